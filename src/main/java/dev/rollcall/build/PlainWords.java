package dev.rollcall.build;

import dev.rollcall.source.columns.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class of the words by which headers and cells are understood, with each word as it is
 * compared. Taking accents away from a thousand words in twenty languages is 5% of what {@code
 * validate} costs, and comes to the same each time.
 */
final class PlainWords {

  private static final String NAME = "dev/rollcall/source/columns/Words";

  private PlainWords() {}

  /** Writes it into a folder of classes, over the one that was compiled. */
  public static void main(String[] folder) throws IOException {
    Path file = Path.of(folder[0]).resolve(NAME + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, written(Lexicon.plainText()));
  }

  private static byte[] written(String text) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        NAME,
        null,
        Type.getInternalName(Object.class),
        null);
    answering(writer, "arePlain", Type.BOOLEAN_TYPE, 1);
    answering(writer, "text", Type.getType(String.class), text);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void answering(ClassWriter writer, String method, Type type, Object constant) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC, method, Type.getMethodDescriptor(type), null, null);
    code.visitCode();
    code.visitLdcInsn(constant);
    code.visitInsn(type.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
