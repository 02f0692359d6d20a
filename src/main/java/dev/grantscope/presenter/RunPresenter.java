package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Run and Cancel: from the form to one request in the background, and back with what came of it.
 *
 * <p>One run at a time. What comes back from a run that was cancelled is shown only as the bytes of the cancelled run, and from one that
 * was followed by another not at all.
 */
public final class RunPresenter implements WorkbenchListener {
  private static final Duration TICK = Duration.ofMillis(100);

  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final GrantService grants;
  private final Preparation preparation;
  private final Background background;
  private final Texts texts;
  private final HostQuestion question;
  private final BusyLine line;
  private @Nullable Attempt running;

  /** What the line with the buttons can show. */
  public interface View {
    /** Whether Run can be pressed, and Cancel instead. */
    void showRunning(boolean running);

    /** What is being done, for how long; or, after it, how long each phase took. */
    void showProgress(String phases, String elapsed);

    /** Asks whether the secret may be sent to a host it was not sent to before. */
    void askHost(String question, String yes, String no);

    void hideHostQuestion();

    /** Puts the keyboard on Run. */
    void focusRun();

    /** Puts the keyboard where the first problem is. */
    void focusFirstProblem();
  }

  /** One press of Run; whatever comes back asks it whether it still counts. */
  private static final class Attempt {
    private final UUID profile;
    private final Duration startedAt;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable Phase phase;
    private @Nullable Result ended;

    Attempt(UUID profile, Duration startedAt) {
      this.profile = profile;
      this.startedAt = startedAt;
    }
  }

  RunPresenter(
      View view,
      Workbench workbench,
      SecretDesk secrets,
      GrantService grants,
      Preparation preparation,
      Background background,
      Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.grants = grants;
    this.preparation = preparation;
    this.background = background;
    this.texts = texts;
    this.question = new HostQuestion(view, texts);
    this.line = new BusyLine(view, workbench);
    workbench.addListener(this);
    onResult();
  }

  /** Run was pressed. While something runs it does nothing. */
  public void onRun() {
    if (workbench.isBusy()) {
      return;
    }
    question.take();
    Attempt attempt = begin(workbench.selected().id());
    preparation.prepare(
        () -> attempt == running,
        it -> check(attempt, it.form(), it.wire()),
        result -> {
          end(attempt, result);
          if (result instanceof Result.NotSent && workbench.selected().id().equals(attempt.profile)) {
            view.focusFirstProblem();
          }
        });
  }

  private Attempt begin(UUID profile) {
    Attempt attempt = new Attempt(profile, background.uptime());
    running = attempt;
    line.begin();
    tick(attempt);
    return attempt;
  }

  private void check(Attempt attempt, Form form, WireSettings wire) {
    GrantRequest request = form.request().orElseThrow();
    Profile profile = workbench.find(attempt.profile).orElseThrow();
    if (HostQuestion.isNeeded(profile, request)) {
      stop(attempt);
      question.ask(new HostQuestion.Waiting(profile, request, form.secrets(), wire));
    } else {
      send(attempt, profile, request, wire);
    }
  }

  /** The admin lets the secret go to the host that was asked about. */
  public void onHostAllowed() {
    Optional<HostQuestion.Waiting> asked = question.take();
    if (asked.isPresent() && !secrets.areStill(asked.get().secrets())) {
      onRun();
    } else if (asked.isPresent() && !workbench.isBusy()) {
      send(begin(asked.get().profile().id()), asked.get().profile(), asked.get().request(), asked.get().wire());
    }
  }

  public void onHostRefused() {
    question.take();
  }

  private void send(Attempt attempt, Profile profile, GrantRequest request, WireSettings wire) {
    // Only what takes the secret along makes a host known: of the rest nobody was asked.
    if (HostQuestion.carriesSecret(request)) {
      workbench.update(profile.id(), it -> it.withAllowedHost(request.endpoint().host()));
    }
    background.run(
        () ->
            grants.run(
                request,
                wire,
                attempt.cancellation,
                phase -> background.onUi(() -> onPhase(attempt, phase))),
        run -> onFinished(attempt, run),
        fault -> {
          if (attempt == running) {
            end(attempt, new Result.Faulted(fault, false));
          }
        });
  }

  private void onPhase(Attempt attempt, Phase phase) {
    if (attempt == running) {
      attempt.phase = phase;
      showProgress(attempt);
    }
  }

  private void onFinished(Attempt attempt, GrantRun run) {
    if (attempt == running) {
      end(attempt, new Result.Finished(run));
    } else if (run.outcome() instanceof GrantOutcome.Cancelled
        && running == null
        && attempt.ended != null
        && workbench.isStill(attempt.profile, attempt.ended)
        && workbench.find(attempt.profile).isPresent()) {
      workbench.finish(attempt.profile, new Result.Finished(run));
    }
  }

  /** Cancel was pressed: idle at once, whatever the network does. */
  void onCancel() {
    Attempt attempt = running;
    if (attempt == null) {
      question.take();
      return;
    }
    Result ended = new Result.Ended(attempt.phase == null ? Phase.LOOKUP : attempt.phase);
    attempt.ended = ended;
    end(attempt, ended);
    attempt.cancellation.cancel();
  }

  private void end(Attempt attempt, Result result) {
    stop(attempt);
    if (workbench.find(attempt.profile).isPresent()) {
      workbench.finish(attempt.profile, result);
    }
  }

  private void stop(Attempt attempt) {
    if (attempt == running) {
      running = null;
      line.end();
    }
  }

  private void tick(Attempt attempt) {
    if (attempt == running) {
      showProgress(attempt);
      background.after(TICK, () -> tick(attempt));
    }
  }

  private void showProgress(Attempt attempt) {
    String doing =
        attempt.phase != null
            ? texts.of("phase.doing", attempt.phase)
            : texts.get(secrets.isWaiting() ? "run.waitingForKeyring" : "run.preparing");
    view.showProgress(doing, Durations.soFar(background.uptime().minus(attempt.startedAt), texts));
  }

  @Override
  public void onSelected() {
    question.take();
    onResult();
  }

  @Override
  public void onDraft() {
    question.take();
  }

  @Override
  public void onSecret() {
    if (running != null) {
      showProgress(running);
    }
  }

  /** After a run, how long each phase took. */
  @Override
  public void onResult() {
    if (!workbench.isBusy() && workbench.result() instanceof Result.Finished finished) {
      view.showProgress(
          Durations.phases(finished.run().exchange().phases(), texts),
          Durations.shown(finished.run().exchange().elapsed(), texts));
    } else if (!workbench.isBusy()) {
      view.showProgress("", "");
    }
  }
}
