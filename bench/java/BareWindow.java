import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The least that an AtlantaFX window can be: the measure for the start of ours. Closes itself when it is told to train. */
public final class BareWindow extends Application {
  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    stage.setScene(new Scene(new VBox(new Label("Name"), new TextField("text"), new Button("Run")), 1280, 800));
    stage.setTitle("Bare");
    stage.show();
    if (Boolean.getBoolean("bench.train")) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  Thread.sleep(1000);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                javafx.application.Platform.exit();
              });
    }
  }

  /** Not the application class itself: the launcher would start JavaFX another way than ours does. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(BareWindow.class);
      System.exit(0);
    }
  }
}
