package dev.rollcall.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class of all lambdas of a class that are of the same interface: an object of it knows which
 * of them it is. A class for each would be loaded, linked and initialized each, which costs more
 * than what most of them do in a short run.
 */
final class LambdaClass {

  /** Its only static method: takes what is to be taken with it, and which of them it is to be. */
  static final String MAKE = "make";

  private static final String CONSTRUCTOR = "<init>";
  private static final String WHICH = "which";
  private static final Type OBJECT = Type.getType(Object.class);

  private final String name;
  private final List<Lambda> lambdas = new ArrayList<>();

  LambdaClass(String name) {
    this.name = name;
  }

  /** What is kept in an object of it: so many objects, then values of these types. */
  record Fields(String owner, int objects, List<Type> values) {

    List<Type> types() {
      List<Type> types = new ArrayList<>();
      for (int i = 0; i < objects; i++) {
        types.add(OBJECT);
      }
      types.addAll(values);
      return types;
    }

    /** Reads one of those that a lambda keeps, all of whose are given in order. */
    void get(MethodVisitor code, Type[] kept, int index) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      int field = place(kept, index);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, name(field), kept[index].getDescriptor());
    }

    /** Which field the one at an index is kept in. */
    int place(Type[] kept, int index) {
      boolean isValue = Lambda.isPrimitive(kept[index]);
      int before =
          (int)
              Arrays.stream(kept, 0, index)
                  .filter(type -> Lambda.isPrimitive(type) == isValue)
                  .count();
      return isValue ? objects + before : before;
    }

    static String name(int field) {
      return "taken" + field;
    }
  }

  String name() {
    return name;
  }

  /** Adds one; tells which it is. */
  int add(Lambda lambda) {
    lambdas.add(lambda);
    return lambdas.size() - 1;
  }

  /** The type of the method that makes one. */
  static String makerOf(Lambda lambda) {
    return maker(lambda.kept(), lambda.shape().getReturnType());
  }

  private static String maker(Type[] kept, Type result) {
    Type[] arguments = Arrays.copyOf(kept, kept.length + 1);
    arguments[kept.length] = Type.INT_TYPE;
    return Type.getMethodDescriptor(result, arguments);
  }

  /** Its class file, in the nest of this class. */
  byte[] written(String host) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        OBJECT.getInternalName(),
        new String[] {implemented().getInternalName()});
    writer.visitNestHost(host);
    Fields fields = fields();
    constructor(writer, fields);
    Set<List<Type>> made = new LinkedHashSet<>();
    for (Lambda lambda : lambdas) {
      if (made.add(List.of(lambda.kept()))) {
        make(writer, fields, lambda.kept());
      }
    }
    call(writer, fields);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Type implemented() {
    return lambdas.get(0).shape().getReturnType();
  }

  private Fields fields() {
    int objects = 0;
    for (Lambda lambda : lambdas) {
      int its = (int) Arrays.stream(lambda.kept()).filter(OBJECT::equals).count();
      objects = Math.max(objects, its);
    }
    List<Type> values = Arrays.stream(lambdas.get(0).kept()).filter(Lambda::isPrimitive).toList();
    return new Fields(name, objects, values);
  }

  private static String constructorType(Fields fields) {
    List<Type> arguments = new ArrayList<>(fields.types());
    arguments.add(Type.INT_TYPE);
    return Type.getMethodDescriptor(Type.VOID_TYPE, arguments.toArray(Type[]::new));
  }

  private void constructor(ClassVisitor writer, Fields fields) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorType(fields), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), CONSTRUCTOR, "()V", false);
    int slot = 1;
    List<Type> types = fields.types();
    for (int i = 0; i < types.size(); i++) {
      slot = keep(writer, code, Fields.name(i), types.get(i), slot);
    }
    keep(writer, code, WHICH, Type.INT_TYPE, slot);
    end(code, Opcodes.RETURN);
  }

  private int keep(ClassVisitor writer, MethodVisitor code, String field, Type type, int slot) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    writer.visitField(access, field, type.getDescriptor(), null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, field, type.getDescriptor());
    return slot + type.getSize();
  }

  private void make(ClassVisitor writer, Fields fields, Type[] kept) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC, MAKE, maker(kept, implemented()), null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int[] slots = new int[kept.length + 1];
    for (int i = 0; i < kept.length; i++) {
      slots[i + 1] = slots[i] + kept[i].getSize();
    }
    List<Type> types = fields.types();
    for (int field = 0; field < types.size(); field++) {
      int from = keptIn(field, fields, kept);
      if (from < 0) {
        code.visitInsn(Opcodes.ACONST_NULL);
      } else {
        code.visitVarInsn(types.get(field).getOpcode(Opcodes.ILOAD), slots[from]);
      }
    }
    code.visitVarInsn(Opcodes.ILOAD, slots[kept.length]);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorType(fields), false);
    end(code, Opcodes.ARETURN);
  }

  private static int keptIn(int field, Fields fields, Type[] kept) {
    for (int i = 0; i < kept.length; i++) {
      if (fields.place(kept, i) == field) {
        return i;
      }
    }
    return -1;
  }

  private void call(ClassVisitor writer, Fields fields) {
    Lambda.Called called = lambdas.get(0).called();
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, called.method(), called.erased().getDescriptor(), null, null);
    code.visitCode();
    if (lambdas.size() == 1) {
      lambdas.get(0).write(code, fields);
    } else {
      oneOf(code, fields);
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void oneOf(MethodVisitor code, Fields fields) {
    Label[] labels = new Label[lambdas.size()];
    Arrays.setAll(labels, i -> new Label());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, WHICH, Type.INT_TYPE.getDescriptor());
    int last = labels.length - 1;
    code.visitTableSwitchInsn(0, last, labels[last], labels);
    for (int i = 0; i <= last; i++) {
      code.visitLabel(labels[i]);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      lambdas.get(i).write(code, fields);
    }
  }

  private static void end(MethodVisitor code, int instruction) {
    code.visitInsn(instruction);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
