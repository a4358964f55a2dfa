package dev.rollcall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A compiled class whose lambdas are classes beside it, and whose record's methods are its own. */
final class PlainClass extends ClassVisitor {

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory.metafactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods.bootstrap";

  private final ClassWriter writer;
  private final Map<String, LambdaClass> lambdas = new LinkedHashMap<>();
  private final List<RecordMethod> methods = new ArrayList<>();
  private String name = "";
  private String simpleName = "";
  private String host = "";

  private PlainClass(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
    this.writer = writer;
  }

  static PlainClass of(byte[] compiled) {
    PlainClass plain = new PlainClass(new ClassWriter(0));
    new ClassReader(compiled).accept(plain, 0);
    return plain;
  }

  /** As the class file has it, with slashes. */
  String name() {
    return name;
  }

  /** The class whose nest it is in: those of one nest see each other's private members. */
  String host() {
    return host;
  }

  List<LambdaClass> lambdas() {
    return List.copyOf(lambdas.values());
  }

  /** Its content, with so many more members of its nest. */
  byte[] hosting(List<String> members) {
    members.forEach(writer::visitNestMember);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version, int access, String its, String signature, String parent, String[] interfaces) {
    name = its;
    host = its;
    simpleName = its.substring(its.lastIndexOf('/') + 1);
    super.visit(version, access, its, signature, parent, interfaces);
  }

  @Override
  public void visitNestHost(String its) {
    host = its;
    super.visitNestHost(its);
  }

  @Override
  public void visitInnerClass(String inner, String outer, String innerName, int access) {
    if (inner.equals(name)) {
      simpleName = innerName;
    }
    super.visitInnerClass(inner, outer, innerName, access);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String signature, String[] exceptions) {
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, method, type, signature, exceptions)) {
      @Override
      public void visitInvokeDynamicInsn(
          String called, String shape, Handle bootstrap, Object... arguments) {
        String maker = bootstrap.getOwner() + "." + bootstrap.getName();
        if (maker.equals(LAMBDAS)) {
          Lambda lambda = lambda(called, shape, arguments);
          LambdaClass its = classOf(lambda);
          push(its.add(lambda));
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              its.name(),
              LambdaClass.MAKE,
              LambdaClass.makerOf(lambda),
              false);
        } else if (maker.equals(RECORDS)) {
          RecordMethod written = recordMethod(called, shape, arguments);
          super.visitMethodInsn(Opcodes.INVOKESTATIC, name, written.name(), shape, false);
        } else {
          super.visitInvokeDynamicInsn(called, shape, bootstrap, arguments);
        }
      }

      private void push(int number) {
        if (number <= Byte.MAX_VALUE) {
          super.visitIntInsn(Opcodes.BIPUSH, number);
        } else {
          super.visitIntInsn(Opcodes.SIPUSH, number);
        }
      }

      /** Which lambda it is comes on top of what it takes with it. */
      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + 1, locals);
      }
    };
  }

  private static Lambda lambda(String method, String shape, Object... arguments) {
    return new Lambda(
        Type.getMethodType(shape),
        new Lambda.Called(method, (Type) arguments[0], (Type) arguments[2]),
        (Handle) arguments[1]);
  }

  private LambdaClass classOf(Lambda lambda) {
    return lambdas.computeIfAbsent(
        lambda.family(), family -> new LambdaClass(name + "$Lambda" + (lambdas.size() + 1)));
  }

  private RecordMethod recordMethod(String method, String shape, Object... arguments) {
    List<Handle> components = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      components.add((Handle) arguments[i]);
    }
    RecordMethod written = new RecordMethod(name, method, shape, components);
    methods.add(written);
    return written;
  }

  /** Names of inner classes are only known now. */
  @Override
  public void visitEnd() {
    methods.forEach(method -> method.write(cv, simpleName));
    super.visitEnd();
  }
}
