package dev.rollcall.build;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or a method reference, as the class that Java would make of it.
 *
 * @param shape of what it takes with it, and of which interface it is
 * @param body what it calls
 */
record Lambda(String name, Type shape, Called called, Handle body) {

  /** Its only method but that of its interface: takes what is to be taken with it. */
  static final String MAKE = "make";

  private static final String CONSTRUCTOR = "<init>";
  private static final String ONLY = "ONLY";
  private static final Type OBJECT = Type.getType(Object.class);

  /**
   * The method of its interface.
   *
   * @param erased its type there
   * @param exact its type here, where the interface is generic
   */
  record Called(String method, Type erased, Type exact) {}

  /** Its class file, in the nest of this class. */
  byte[] written(String host) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        OBJECT.getInternalName(),
        new String[] {shape.getReturnType().getInternalName()});
    writer.visitNestHost(host);
    for (int i = 0; i < taken().length; i++) {
      writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), type(i), null, null);
    }
    constructor(writer);
    if (taken().length == 0) {
      only(writer);
    }
    make(writer);
    call(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Type[] taken() {
    return shape.getArgumentTypes();
  }

  private String type(int index) {
    return taken()[index].getDescriptor();
  }

  private static String field(int index) {
    return "taken" + index;
  }

  private String constructorType() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, taken());
  }

  private void constructor(ClassVisitor writer) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorType(), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), CONSTRUCTOR, "()V", false);
    int slot = 1;
    for (int i = 0; i < taken().length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(taken()[i].getOpcode(Opcodes.ILOAD), slot);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type(i));
      slot += taken()[i].getSize();
    }
    end(code, Opcodes.RETURN);
  }

  /** What takes nothing with it is made once. */
  private void only(ClassVisitor writer) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE;
    writer.visitField(access, ONLY, "L" + name + ";", null, null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    made(code);
    code.visitFieldInsn(Opcodes.PUTSTATIC, name, ONLY, "L" + name + ";");
    end(code, Opcodes.RETURN);
  }

  private void make(ClassVisitor writer) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC, MAKE, shape.getDescriptor(), null, null);
    code.visitCode();
    if (taken().length == 0) {
      code.visitFieldInsn(Opcodes.GETSTATIC, name, ONLY, "L" + name + ";");
    } else {
      made(code);
    }
    end(code, Opcodes.ARETURN);
  }

  private void made(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int slot = 0;
    for (Type type : taken()) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorType(), false);
  }

  private void call(ClassVisitor writer) {
    Type erased = called.erased();
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, called.method(), erased.getDescriptor(), null, null);
    code.visitCode();
    LambdaBody inner = new LambdaBody(body, code);
    inner.begin();
    for (int i = 0; i < taken().length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), type(i));
    }
    int slot = 1;
    Type[] arguments = erased.getArgumentTypes();
    for (int i = 0; i < arguments.length; i++) {
      code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slot);
      slot += arguments[i].getSize();
      Conversion.between(arguments[i], called.exact().getArgumentTypes()[i]).write(code);
      inner.take(called.exact().getArgumentTypes()[i], taken().length + i);
    }
    inner.invoke();
    inner.give(called.exact().getReturnType(), erased.getReturnType());
    end(code, erased.getReturnType().getOpcode(Opcodes.IRETURN));
  }

  private static void end(MethodVisitor code, int instruction) {
    code.visitInsn(instruction);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
