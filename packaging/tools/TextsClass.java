import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Writes the program's words as a class, which Java takes before the properties file of the same name: reading that takes each start, of
 * the window and of each command, 7 ms, and a class is in the AOT cache.
 */
public final class TextsClass {
  private static final String NAME = "dev/grantscope/messages";
  private static final ClassDesc BUNDLE = ListResourceBundle.class.describeConstable().orElseThrow();
  private static final ClassDesc ROW = ConstantDescs.CD_Object.arrayType();

  private TextsClass() {}

  /** Into this folder. */
  public static void main(String[] arguments) throws IOException {
    Properties words = new Properties();
    try (InputStream file = Objects.requireNonNull(TextsClass.class.getClassLoader().getResourceAsStream(NAME + ".properties"))) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    ClassFile.of()
        .buildTo(
            Files.createDirectories(Path.of(arguments[0], NAME).getParent()).resolve("messages.class"),
            ClassDesc.ofInternalName(NAME),
            bundle ->
                bundle
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                    .withSuperclass(BUNDLE)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code -> code.aload(0).invokespecial(BUNDLE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_())
                    .withMethodBody(
                        "getContents", MethodTypeDesc.of(ROW.arrayType()), ClassFile.ACC_PROTECTED, code -> contents(code, words)));
  }

  private static void contents(CodeBuilder code, Properties words) {
    List<String> keys = List.copyOf(new TreeSet<>(words.stringPropertyNames()));
    code.loadConstant(keys.size()).anewarray(ROW);
    for (int i = 0; i < keys.size(); i++) {
      code.dup().loadConstant(i).loadConstant(2).anewarray(ConstantDescs.CD_Object);
      code.dup().loadConstant(0).loadConstant(keys.get(i)).aastore();
      code.dup().loadConstant(1).loadConstant(words.getProperty(keys.get(i))).aastore();
      code.aastore();
    }
    code.areturn();
  }
}
