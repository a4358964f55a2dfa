package dev.rollcall.build;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or a method reference: one of the things that an object of its {@link LambdaClass} can
 * do.
 *
 * @param shape of what it takes with it, and of which interface it is
 * @param body what it calls
 */
record Lambda(Type shape, Called called, Handle body) {

  private static final Type OBJECT = Type.getType(Object.class);

  /**
   * The method of its interface.
   *
   * @param erased its type there
   * @param exact its type here, where the interface is generic
   */
  record Called(String method, Type erased, Type exact) {}

  /** What those have in common that can be of one class. */
  String family() {
    return shape.getReturnType().getDescriptor()
        + called.method()
        + called.erased().getDescriptor()
        + Arrays.stream(taken())
            .filter(Lambda::isPrimitive)
            .map(Type::getDescriptor)
            .collect(Collectors.joining());
  }

  /** The types of what it takes with it. */
  Type[] taken() {
    return shape.getArgumentTypes();
  }

  /** As what an object of its class keeps that: objects are all alike. */
  Type[] kept() {
    return Arrays.stream(taken())
        .map(type -> isPrimitive(type) ? type : OBJECT)
        .toArray(Type[]::new);
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** Does it, with what an object of its class has kept, and returns. */
  void write(MethodVisitor code, LambdaClass.Fields fields) {
    LambdaBody inner = new LambdaBody(body, code);
    inner.begin();
    Type[] taken = taken();
    for (int i = 0; i < taken.length; i++) {
      fields.get(code, kept(), i);
      if (!isPrimitive(taken[i]) && !taken[i].equals(OBJECT)) {
        code.visitTypeInsn(Opcodes.CHECKCAST, taken[i].getInternalName());
      }
    }
    int slot = 1;
    Type[] arguments = called.erased().getArgumentTypes();
    for (int i = 0; i < arguments.length; i++) {
      code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slot);
      slot += arguments[i].getSize();
      Conversion.between(arguments[i], called.exact().getArgumentTypes()[i]).write(code);
      inner.take(called.exact().getArgumentTypes()[i], taken.length + i);
    }
    inner.invoke();
    inner.give(called.exact().getReturnType(), called.erased().getReturnType());
    code.visitInsn(called.erased().getReturnType().getOpcode(Opcodes.IRETURN));
  }
}
