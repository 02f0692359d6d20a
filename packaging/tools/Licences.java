import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects the licence texts of the libraries: those inside the jars, and for a jar without one the text that stands in
 * packaging/licences; and lists every part with its licence, from the SBOM. Fails when a library has no text at all.
 *
 * <p>{@code java -cp JACKSON Licences.java SBOM.json JARS TEXTS LICENSE OUT}, where LICENSE is the Apache License 2.0.
 */
final class Licences {
  private Licences() {}

  public static void main(String[] arguments) throws IOException {
    JsonNode bom = JsonMapper.shared().readTree(Path.of(arguments[0]));
    Path jars = Path.of(arguments[1]);
    Path texts = Path.of(arguments[2]);
    Path apache = Path.of(arguments[3]);
    Path out = Path.of(arguments[4]);
    Files.createDirectories(out);
    TreeMap<String, String> list = new TreeMap<>();
    for (JsonNode component : bom.path("components")) {
      String name = component.path("name").asString();
      String version = component.path("version").asString();
      List<String> names = names(component);
      list.put(name, name + " " + version + ": " + String.join(" or ", names));
      Path jar = jars.resolve(name + "-" + version + ".jar");
      // JavaFX is in the runtime, its licence in the runtime's legal folder.
      if (Files.exists(jar)) {
        collect(name, names, jar, texts, apache, out);
      }
    }
    List<String> lines = new ArrayList<>(list.values());
    lines.addFirst("");
    lines.addFirst("The parts of this package and their licences. Those of Java and JavaFX are in the runtime's folder \"legal\".");
    lines.add("");
    lines.add("Changed: the classes of picocli are those of its release in a newer class file version (packaging/tools/ModernClasses.java).");
    Files.write(out.resolve("README.txt"), lines);
  }

  private static List<String> names(JsonNode component) {
    List<String> names = new ArrayList<>();
    for (JsonNode licence : component.path("licenses")) {
      JsonNode one = licence.path("license");
      names.add(one.path("id").asString(one.path("name").asString(licence.path("expression").asString("unknown"))));
    }
    return names;
  }

  private static void collect(String name, List<String> names, Path jar, Path texts, Path apache, Path out) throws IOException {
    int found = 0;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        String path = entry.getName().toUpperCase(Locale.ROOT);
        if (path.matches("META-INF/(LICEN[CS]E|NOTICE|COPYING|AL2|LGPL)[^/]*")) {
          Path target = Files.createDirectories(out.resolve(name)).resolve(entry.getName().substring("META-INF/".length()));
          try (InputStream in = file.getInputStream(entry)) {
            Files.write(target, in.readAllBytes());
          }
          found++;
        }
      }
    }
    Path own = texts.resolve(name + ".txt");
    if (found > 0) {
      return;
    }
    if (Files.exists(own)) {
      Files.copy(own, Files.createDirectories(out.resolve(name)).resolve("LICENSE"));
    } else if (names.contains("Apache-2.0")) {
      Files.copy(apache, Files.createDirectories(out.resolve(name)).resolve("LICENSE"));
    } else {
      throw new IOException(name + " has no licence text: put it into packaging/licences/" + name + ".txt");
    }
  }
}
