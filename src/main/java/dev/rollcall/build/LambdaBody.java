package dev.rollcall.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The call of what a lambda stands for. */
record LambdaBody(Handle body, MethodVisitor code) {

  /** Before its arguments are there. */
  void begin() {
    if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
  }

  /** Makes an argument that is there what is asked for at this place. */
  void take(Type argument, int place) {
    Type parameter = parameters().get(place);
    if (isPrimitive(argument) || isPrimitive(parameter)) {
      Conversion.between(argument, parameter).write(code);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private List<Type> parameters() {
    List<Type> all = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
      all.add(0, owner());
    }
    return all;
  }

  private Type owner() {
    return Type.getObjectType(body.getOwner());
  }

  /** Once they are. */
  void invoke() {
    int instruction =
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          // what is private is called like anything else, within its nest
          default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    code.visitMethodInsn(
        instruction, body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
  }

  /** Makes what came of it what is wanted. */
  void give(Type exact, Type erased) {
    Type result =
        body.getTag() == Opcodes.H_NEWINVOKESPECIAL ? owner() : Type.getReturnType(body.getDesc());
    if (erased.equals(Type.VOID_TYPE)) {
      drop(result);
    } else if (isPrimitive(result) || isPrimitive(erased)) {
      Conversion.between(result, exact).write(code);
    } else {
      Conversion.between(result, erased).write(code);
    }
  }

  private void drop(Type result) {
    if (result.getSize() > 0) {
      code.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
    }
  }
}
