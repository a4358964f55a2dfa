package dev.rollcall.build;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** From one type to another, as the language converts what is handed over. */
record Conversion(Type from, Type to) {

  private static final Type OBJECT = Type.getType(Object.class);

  /** A primitive type with the class of its boxes. */
  private enum Box {
    BOOLEAN(Type.BOOLEAN_TYPE, Boolean.class),
    BYTE(Type.BYTE_TYPE, Byte.class),
    CHAR(Type.CHAR_TYPE, Character.class),
    SHORT(Type.SHORT_TYPE, Short.class),
    INT(Type.INT_TYPE, Integer.class),
    LONG(Type.LONG_TYPE, Long.class),
    FLOAT(Type.FLOAT_TYPE, Float.class),
    DOUBLE(Type.DOUBLE_TYPE, Double.class);

    private final Type primitive;
    private final Type type;

    Box(Type primitive, Class<?> box) {
      this.primitive = primitive;
      this.type = Type.getType(box);
    }

    static Optional<Box> of(Type type) {
      return Arrays.stream(values())
          .filter(box -> box.primitive.equals(type) || box.type.equals(type))
          .findFirst();
    }

    void box(MethodVisitor code) {
      String shape = Type.getMethodDescriptor(type, primitive);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, type.getInternalName(), "valueOf", shape, false);
    }

    void unbox(MethodVisitor code) {
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          type.getInternalName(),
          primitive.getClassName() + "Value",
          Type.getMethodDescriptor(primitive),
          false);
    }
  }

  static Conversion between(Type from, Type to) {
    return new Conversion(from, to);
  }

  /** The class of the boxes of a primitive type. */
  static Type box(Type primitive) {
    return Box.of(primitive).orElseThrow().type;
  }

  /** Converts what lies on top of the stack. */
  void write(MethodVisitor code) {
    boolean primitive = isPrimitive(from);
    if (primitive && isPrimitive(to)) {
      widen(from, code);
    } else if (primitive) {
      Box.of(from).orElseThrow().box(code);
    } else if (isPrimitive(to)) {
      unbox(code);
    } else if (!from.equals(to) && !to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private void unbox(MethodVisitor code) {
    Box known = Box.of(from).orElseGet(() -> Box.of(to).orElseThrow());
    if (!from.equals(known.type)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, known.type.getInternalName());
    }
    known.unbox(code);
    widen(known.primitive, code);
  }

  private void widen(Type narrow, MethodVisitor code) {
    switch (to.getSort()) {
      case Type.LONG -> widen(narrow, code, Opcodes.NOP, Opcodes.I2L);
      case Type.FLOAT -> widen(narrow, code, Opcodes.L2F, Opcodes.I2F);
      case Type.DOUBLE -> {
        if (narrow.equals(Type.FLOAT_TYPE)) {
          code.visitInsn(Opcodes.F2D);
        } else {
          widen(narrow, code, Opcodes.L2D, Opcodes.I2D);
        }
      }
      default -> {
        // what is no wider than an int is one on the stack
      }
    }
  }

  private void widen(Type narrow, MethodVisitor code, int fromLong, int fromInt) {
    if (!narrow.equals(to)) {
      code.visitInsn(narrow.equals(Type.LONG_TYPE) ? fromLong : fromInt);
    }
  }
}
