import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that figures belong to. */
final class Machine {

  private Machine() {}

  static String described() {
    return "%s, %s, %d processors, %s memory"
        .formatted(processor(), javaVersion(), processors(), memory());
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String javaVersion() {
    return "%s, JDK %s".formatted(System.getProperty("os.name"), Runtime.version().feature());
  }

  private static String processor() {
    return ofSystem("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    return ofSystem("/proc/meminfo", "MemTotal")
        .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
        .map(kilobytes -> Math.round(kilobytes / 1024.0 / 1024.0) + " GB")
        .orElse("unknown");
  }

  private static Optional<String> ofSystem(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
