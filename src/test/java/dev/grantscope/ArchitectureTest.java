package dev.grantscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rooms of the house and who may use whom: {@code docs/architecture.md}. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.grantscope");

  private static final String[] WORLD = {
    "javafx..", "java.net.http..", "java.nio.file..", "java.util.logging..", "org.slf4j..", "com.github.javakeyring..",
    "org.apache.hc..", "com.sun.net.httpserver..", "picocli..", "atlantafx..", "org.kordamp.."
  };

  static Stream<ArchRule> rules() {
    return Stream.of(
        noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORLD)
            .because("core is the tester itself: it knows no window, socket, keyring or file"),
        noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..adapter..", "..presenter..", "..ui..", "..cli..")
            .because("nothing points back"),
        noClasses()
            .that()
            .resideInAnyPackage("..core.secret..", "..core.scope..", "..core.wire..")
            .should()
            .dependOnClassesThat(ours().and(outside("core.secret", "core.scope", "core.wire")))
            .because("these three are the ground that all else stands on"),
        noClasses()
            .that(sockets())
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection)|javax\\.net\\..*|java\\.nio\\.channels\\.SocketChannel")
            .because("only adapter.wire opens sockets, so that nothing is ever sent that is not shown"),
        noClasses()
            .that()
            .resideOutsideOfPackage("..adapter.keyring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.javakeyring..")
            .because("java-keyring blocks, loses writes and hides its causes; one package knows how to live with it"),
        noClasses()
            .that()
            .haveNameNotMatching("dev\\.grantscope\\.core\\.token\\.(SignatureCheck|ClientKey)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..")
            .because("cryptography is a library's, and one class to check and one to sign know how to ask it"),
        noClasses()
            .should()
            .dependOnClassesThat(
                DescribedPredicate.describe("map by reflection", it -> it.isAssignableTo(ObjectMapper.class)))
            .because("a mapper brings hundreds of classes to each start, and the first use of it takes longer than a grant: JsonTree is enough"),
        noClasses()
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "is toString of a tree",
                    access -> access.getTarget().getName().equals("toString") && access.getTargetOwner().isAssignableTo(JsonNode.class)))
            .because("a tree writes itself with a mapper; JsonTree.text gives the same"),
        slices()
            .matching("dev.grantscope.adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .because("an adapter uses core and its one library"),
        noClasses()
            .that()
            .resideInAPackage("..adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..presenter..", "..ui..", "..cli..", "javafx..")
            .because("nothing points back"),
        noClasses()
            .that()
            .resideInAPackage("..presenter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "..adapter..", "..ui..", "..cli..", "tools.jackson..", "java.nio.file..")
            .because("what is shown when is decided without a toolkit, and tested without one"),
        noClasses()
            .that()
            .resideInAPackage("..presenter..")
            .should()
            .callMethod(Instant.class, "now")
            .because("a wait must not change with a clock that is set: what needs the time of day is given a clock"),
        noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..adapter..", "..cli..", "tools.jackson..", "org.apache.hc..", "java.nio.file..")
            .because("a view shows what its presenter says"),
        noClasses()
            .that()
            .resideInAPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "..adapter..", "..presenter..", "..ui..")
            .because("the command line never loads JavaFX, and uses the same engine as the window"),
        noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .and()
            .doNotHaveSimpleName("DesktopApp")
            .and()
            .doNotHaveSimpleName("Opening")
            .and()
            .doNotHaveSimpleName("Wiring")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Wiring")
            .because("things are given what they need; they do not fetch it"),
        noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "dev.grantscope")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .because("only the window knows its thread"),
        slices().matching("dev.grantscope.(**)").should().beFreeOfCycles().because("a cycle is one room with two doors"),
        fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.grantscope..")
            .should()
            .beFinal()
            .because("a static that changes is shared by everyone and owned by nobody"),
        classes()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .because("such a name says that nobody knew what the class is"),
        noClasses()
            .that()
            .resideInAnyPackage("..core.profile..", "..core.interchange..")
            .and()
            .haveNameMatching(".*\\.(Profile|ProfileDraft|LastOutcome|WindowState)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.grantscope.core.secret.Secret")
            .because("what is written to a file has no secret in it"));
  }

  private static DescribedPredicate<JavaClass> ours() {
    return DescribedPredicate.describe("ours", it -> it.getPackageName().startsWith("dev.grantscope"));
  }

  private static DescribedPredicate<JavaClass> outside(String... rooms) {
    return DescribedPredicate.describe(
        "outside",
        it -> Stream.of(rooms).noneMatch(room -> it.getPackageName().startsWith("dev.grantscope." + room)));
  }

  private static DescribedPredicate<JavaClass> sockets() {
    return DescribedPredicate.describe(
        "that are not the wire, nor the practice tenant that listens on loopback",
        it ->
            !it.getPackageName().startsWith("dev.grantscope.adapter.wire")
                && !it.getPackageName().startsWith("dev.grantscope.adapter.practice")
                && !it.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PROGRAM);
  }
}
