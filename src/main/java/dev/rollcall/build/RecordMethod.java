package dev.rollcall.build;

import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * {@code equals}, {@code hashCode} or {@code toString} of a record, doing what {@link
 * java.lang.runtime.ObjectMethods} would.
 *
 * @param owner the record
 * @param shape of the call that it takes the place of
 */
record RecordMethod(String owner, String method, String shape, List<Handle> components) {

  private static final String BUILDER = Type.getInternalName(StringBuilder.class);
  private static final String OBJECTS = Type.getInternalName(Objects.class);
  private static final String OBJECT = Type.getDescriptor(Object.class);
  private static final int FACTOR = 31;
  private static final int MOST_ON_THE_STACK = 4;

  String name() {
    return "record$" + method;
  }

  void write(ClassVisitor writer, String simpleName) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = writer.visitMethod(access, name(), shape, null, null);
    code.visitCode();
    switch (method) {
      case "equals" -> equality(code);
      case "hashCode" -> hash(code);
      default -> text(code, simpleName);
    }
    code.visitMaxs(MOST_ON_THE_STACK, 2);
    code.visitEnd();
  }

  private void equality(MethodVisitor code) {
    Label others = new Label();
    Label ours = new Label();
    Label different = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, others);
    answer(code, true);
    same(code, others);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFNE, ours);
    same(code, different);
    answer(code, false);
    same(code, ours);
    for (Handle component : components) {
      get(code, component);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, component.getName(), component.getDesc());
      compare(code, Type.getType(component.getDesc()), different);
    }
    answer(code, true);
  }

  private static void same(MethodVisitor code, Label here) {
    code.visitLabel(here);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
  }

  private static void answer(MethodVisitor code, boolean equal) {
    code.visitInsn(equal ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private void get(MethodVisitor code, Handle component) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, component.getName(), component.getDesc());
  }

  private static void compare(MethodVisitor code, Type type, Label different) {
    switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, OBJECTS, "equals", "(" + OBJECT + OBJECT + ")Z", false);
        code.visitJumpInsn(Opcodes.IFEQ, different);
      }
      case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            box(type),
            "compare",
            Type.getMethodDescriptor(Type.INT_TYPE, type, type),
            false);
        code.visitJumpInsn(Opcodes.IFNE, different);
      }
      default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
    }
  }

  private static String box(Type type) {
    return Conversion.box(type).getInternalName();
  }

  private void hash(MethodVisitor code) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle component : components) {
      Type type = Type.getType(component.getDesc());
      boolean object = type.getSort() >= Type.ARRAY;
      code.visitIntInsn(Opcodes.BIPUSH, FACTOR);
      code.visitInsn(Opcodes.IMUL);
      get(code, component);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          object ? OBJECTS : box(type),
          "hashCode",
          object ? "(" + OBJECT + ")I" : Type.getMethodDescriptor(Type.INT_TYPE, type),
          false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private void text(MethodVisitor code, String simpleName) {
    code.visitTypeInsn(Opcodes.NEW, BUILDER);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    String before = simpleName + "[";
    for (Handle component : components) {
      append(code, before + component.getName() + "=");
      get(code, component);
      append(code, Type.getType(component.getDesc()));
      before = ", ";
    }
    append(code, components.isEmpty() ? before + "]" : "]");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void append(MethodVisitor code, String text) {
    code.visitLdcInsn(text);
    append(code, Type.getType(String.class));
  }

  /** A builder has methods for most primitive types; all else it takes as it is. */
  private static void append(MethodVisitor code, Type type) {
    Type taken =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.OBJECT, Type.ARRAY ->
              type.equals(Type.getType(String.class)) ? type : Type.getType(Object.class);
          default -> type;
        };
    String shape = Type.getMethodDescriptor(Type.getType(StringBuilder.class), taken);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", shape, false);
  }
}
