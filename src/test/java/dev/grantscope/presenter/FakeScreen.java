package dev.grantscope.presenter;

import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.OptionsPresenter.Row;
import dev.grantscope.presenter.ResultPresenter.ScopeRow;
import dev.grantscope.presenter.ScopePresenter.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the admin would see, in fields. */
final class FakeScreen implements Views, Views.Results, Views.Overlays {
  List<ProfilesPresenter.Row> rows = List.of();
  @Nullable UUID chosenProfile;
  Optional<String> undo = Optional.empty();
  Optional<UUID> naming = Optional.empty();

  String clientId = "";
  Optional<Notice> clientIdNotice = Optional.empty();
  Secret secret = Secret.NONE;
  String secretHint = "";
  Optional<Notice> secretNotice = Optional.empty();
  String sendAs = "";
  Notice place = new Notice(Tone.QUIET, "");
  boolean retry;
  boolean keyVisible;
  Optional<Notice> keyNotice = Optional.empty();
  String options = "";
  boolean optionsProblem;
  boolean revealed;

  String grantType = "";
  boolean ownerVisible;
  Optional<String> usernameProblem = Optional.empty();
  Optional<String> passwordProblem = Optional.empty();
  List<Row> parameters = List.of();
  List<Row> headers = List.of();

  final ConnectionFields connectionFields = new ConnectionFields();
  final ConnectionFields settingsFields = new ConnectionFields();

  String timingNothing = "";
  String timingTotal = "";
  List<TimingPresenter.Bar> timingBars = List.of();
  List<TimingPresenter.Section> timingSections = List.of();

  String provider = "";
  String regionName = "";
  List<Choice> regions = List.of();
  String region = "";
  String tokenUrl = "";
  Notice attestation = new Notice(Tone.QUIET, "");
  Optional<String> urlProblem = Optional.empty();

  Optional<String> issuer = Optional.empty();
  Optional<Notice> issuerNotice = Optional.empty();
  boolean surveyOffered;
  boolean discoverOffered;
  boolean undoOffered;
  Optional<String> accessKey = Optional.empty();
  int optionsOpened;
  final FakeFinder discovery = new FakeFinder();
  final FakeFinder survey = new FakeFinder();

  String scope = "";
  List<Chip> chips = List.of();
  String count = "";
  String sentAs = "";

  boolean running;
  String phases = "";
  String elapsed = "";
  Optional<String> question = Optional.empty();
  int problemsFocused;
  int runFocused;

  Tone tone = Tone.QUIET;
  String title = "";
  String detail = "";
  Optional<String> action = Optional.empty();
  List<ScopeRow> scopes = List.of();
  String howWeKnow = "";
  String noScopes = "";
  List<String> notes = List.of();

  List<CausePresenter.Line> lint = List.of();
  String planSummary = "";
  List<CausePresenter.PlanRow> plan = List.of();
  List<CausePresenter.Row> experiments = List.of();
  Optional<CausePresenter.Line> verdict = Optional.empty();
  Optional<CausePresenter.Question> regionQuestion = Optional.empty();

  String tokenTitle = "";
  String tokenNothing = "";
  List<TokenPresenter.Row> tokenRows = List.of();
  Notice lifetime = new Notice(Tone.QUIET, "");
  Optional<String> tokenRaw = Optional.empty();
  CallPresenter.@Nullable Form callForm;
  List<CallPresenter.Row> callRows = List.of();
  Optional<String> callQuestion = Optional.empty();
  int callExchanges;
  final CheckPane signature = new CheckPane();
  final CheckPane introspection = new CheckPane();

  final Pane request = new Pane();
  final Pane response = new Pane();
  final List<String> titles = new ArrayList<>();

  /** One of the things that can be checked. */
  static final class CheckPane implements CheckView {
    CheckView.@Nullable Check shown;
    int exchanges;

    Check now() {
      return java.util.Objects.requireNonNull(shown);
    }

    String outcome() {
      return now().outcome().map(Notice::text).orElse("");
    }

    @Override
    public void show(Check check) {
      shown = check;
    }

    @Override
    public void showExchange() {
      exchanges++;
    }
  }

  /** One of the two panes with wire text. */
  static final class Pane implements WirePresenter.View {
    String text = "";
    String info = "";
    String empty = "";
    boolean canBePretty;
    boolean pretty;
    boolean revealed;
    boolean copying;
    String copyFault = "";

    @Override
    public void showCopying(boolean now) {
      copying = now;
    }

    @Override
    public void showCopyFault(String says) {
      copyFault = says;
    }

    @Override
    public void showEmpty(String says) {
      empty = says;
      text = "";
    }

    @Override
    public void showText(RawText raw, String says) {
      text = raw.source();
      info = says;
      empty = "";
    }

    @Override
    public void showModes(boolean can, boolean is, boolean clear) {
      canBePretty = can;
      pretty = is;
      revealed = clear;
    }
  }

  @Override
  public Views.Results results() {
    return this;
  }

  @Override
  public Views.Overlays overlays() {
    return this;
  }

  @Override
  public ProfilesPresenter.View profiles() {
    return new ProfilesPresenter.View() {
      @Override
      public void showProfiles(List<ProfilesPresenter.Row> shown, UUID selected) {
        rows = shown;
        chosenProfile = selected;
      }

      @Override
      public void showUndo(String text) {
        undo = Optional.of(text);
      }

      @Override
      public void hideUndo() {
        undo = Optional.empty();
      }

      @Override
      public void editName(UUID id) {
        naming = Optional.of(id);
      }
    };
  }

  @Override
  public CredentialsPresenter.View credentials() {
    return new CredentialsPresenter.View() {
      @Override
      public void showClientId(String id, Optional<Notice> notice) {
        clientId = id;
        clientIdNotice = notice;
      }

      @Override
      public void showSecret(Secret value, String hint, Optional<Notice> notice) {
        secret = value;
        secretHint = hint;
        secretNotice = notice;
      }

      @Override
      public void showSendAs(List<Choice> ways, String chosen) {
        sendAs = chosen;
      }

      @Override
      public void showPlace(Notice notice, boolean canRetry) {
        place = notice;
        retry = canRetry;
      }

      @Override
      public void showKey(boolean visible, String path, String id, Optional<Notice> notice) {
        keyVisible = visible;
        keyNotice = notice;
      }

      @Override
      public void showOptions(String summary, boolean problem) {
        options = summary;
        optionsProblem = problem;
      }

      @Override
      public void reveal() {
        revealed = true;
      }
    };
  }

  @Override
  public OptionsPresenter.View options() {
    return new OptionsPresenter.View() {
      @Override
      public void showGrantType(List<Choice> grants, String chosen) {
        grantType = chosen;
      }

      @Override
      public void showOwner(boolean visible, String username, Secret password, String hint, Notice where) {
        ownerVisible = visible;
      }

      @Override
      public void showUsernameProblem(Optional<String> problem) {
        usernameProblem = problem;
      }

      @Override
      public void showPasswordProblem(Optional<String> problem) {
        passwordProblem = problem;
      }

      @Override
      public void showParameters(List<Row> shown) {
        parameters = shown;
      }

      @Override
      public void showHeaders(List<Row> shown) {
        headers = shown;
      }
    };
  }

  @Override
  public ConnectionPresenter.View connection() {
    return connectionFields;
  }

  @Override
  public ConnectionPresenter.View settings() {
    return settingsFields;
  }

  /** The fields of a connection, of the profile or of the settings. */
  static final class ConnectionFields implements ConnectionPresenter.View {
    List<Choice> ways = List.of();
    String proxy = "";
    boolean named;
    String url = "";
    String passwordHint = "";
    Optional<Notice> proxyNotice = Optional.empty();
    Optional<Notice> authorities = Optional.empty();
    Optional<Notice> certificate = Optional.empty();
    boolean passphraseVisible;

    @Override
    public void showProxy(List<Choice> shown, String chosen) {
      ways = shown;
      proxy = chosen;
    }

    @Override
    public void showNamedProxy(boolean visible, String address, String user, Secret password, String hint, Notice place) {
      named = visible;
      url = address;
      passwordHint = hint;
    }

    @Override
    public void showProxyNotice(Optional<Notice> notice) {
      proxyNotice = notice;
    }

    @Override
    public void showAuthorities(String file, Optional<Notice> notice) {
      authorities = notice;
    }

    @Override
    public void showClientCertificate(String file, Optional<Notice> notice) {
      certificate = notice;
    }

    @Override
    public void showPassphrase(boolean visible, Secret passphrase, String hint, Notice place) {
      passphraseVisible = visible;
    }
  }

  @Override
  public RegionPresenter.View region() {
    return new RegionPresenter.View() {
      @Override
      public void showProviders(List<Choice> providers, String chosen) {
        provider = chosen;
      }

      @Override
      public void showRegion(String name, List<Choice> choices, boolean free, String value) {
        regionName = name;
        regions = choices;
        region = value;
      }

      @Override
      public void showIssuer(Optional<String> text, Optional<Notice> notice) {
        issuer = text;
        issuerNotice = notice;
      }

      @Override
      public void showDiscover(boolean offered) {
        discoverOffered = offered;
      }

      @Override
      public void showSurvey(boolean offered) {
        surveyOffered = offered;
      }

      @Override
      public void showAccessKey(Optional<String> reason) {
        accessKey = reason;
      }

      @Override
      public void openOptions() {
        optionsOpened++;
      }

      @Override
      public void showUndo(boolean offered) {
        undoOffered = offered;
      }

      @Override
      public void showTokenUrl(String url) {
        tokenUrl = url;
      }

      @Override
      public void showNotice(Notice notice) {
        attestation = notice;
      }

      @Override
      public void showUrlNotice(Optional<Notice> notice) {
        urlProblem = notice.map(Notice::text);
      }
    };
  }

  @Override
  public FinderView discovery() {
    return discovery;
  }

  @Override
  public FinderView survey() {
    return survey;
  }

  @Override
  public ScopePresenter.View scope() {
    return new ScopePresenter.View() {
      @Override
      public void showScope(String text) {
        scope = text;
      }

      @Override
      public void showChips(List<Chip> shown) {
        chips = shown;
      }

      @Override
      public void showCount(String text) {
        count = text;
      }

      @Override
      public void showSentAs(String text) {
        sentAs = text;
      }

      @Override
      public void showProblem(Optional<String> problem) {}
    };
  }

  @Override
  public RunPresenter.View run() {
    return new RunPresenter.View() {
      @Override
      public void showRunning(boolean is) {
        running = is;
      }

      @Override
      public void showProgress(String text, String time) {
        phases = text;
        elapsed = time;
      }

      @Override
      public void askHost(String text, String yes, String no) {
        question = Optional.of(text);
      }

      @Override
      public void hideHostQuestion() {
        question = Optional.empty();
      }

      @Override
      public void focusRun() {
        runFocused++;
      }

      @Override
      public void focusFirstProblem() {
        problemsFocused++;
      }
    };
  }

  @Override
  public ResultPresenter.View result() {
    return new ResultPresenter.View() {
      @Override
      public void showBanner(Tone shown, String text, String more, Optional<String> button) {
        tone = shown;
        title = text;
        titles.add(text);
        detail = more;
        action = button;
      }

      @Override
      public void showScopes(List<ScopeRow> shown, String source) {
        scopes = shown;
        howWeKnow = source;
        noScopes = "";
      }

      @Override
      public void showNoScopes(String text) {
        scopes = List.of();
        noScopes = text;
      }

      @Override
      public void showNotes(List<String> shown) {
        notes = shown;
      }
    };
  }

  @Override
  public CausePresenter.View cause() {
    return new CausePresenter.View() {
      @Override
      public void showIdle(List<CausePresenter.Line> lines) {
        lint = lines;
        plan = List.of();
        experiments = List.of();
        verdict = Optional.empty();
      }

      @Override
      public void showPlan(String summary, List<CausePresenter.PlanRow> steps, String yes) {
        planSummary = summary;
        plan = steps;
      }

      @Override
      public void showRows(
          List<CausePresenter.Row> shown,
          Optional<CausePresenter.Line> line,
          List<CausePresenter.Line> more,
          Optional<CausePresenter.Question> asked) {
        regionQuestion = asked;
        plan = List.of();
        experiments = shown;
        verdict = line;
      }

      @Override
      public void bringToFront() {}

      @Override
      public void showExchange() {}
    };
  }

  @Override
  public TokenPresenter.View token() {
    return new TokenPresenter.View() {
      @Override
      public void showNothing(String text) {
        tokenNothing = text;
        tokenTitle = "";
        tokenRows = List.of();
      }

      @Override
      public void showToken(String shownTitle, String note, List<TokenPresenter.Row> shownRows, int left) {
        tokenNothing = "";
        tokenTitle = shownTitle;
        tokenRows = shownRows;
      }

      @Override
      public void showLifetime(Notice notice) {
        lifetime = notice;
      }

      @Override
      public void showRaw(Optional<RawText> token) {
        tokenRaw = token.map(RawText::source);
      }
    };
  }

  @Override
  public CallPresenter.View call() {
    return new CallPresenter.View() {
      @Override
      public void showForm(CallPresenter.Form form) {
        callForm = form;
      }

      @Override
      public void showRows(List<CallPresenter.Row> shownRows) {
        callRows = shownRows;
      }

      @Override
      public void showQuestion(Optional<String> text) {
        callQuestion = text;
      }

      @Override
      public void showExchange() {
        callExchanges++;
      }
    };
  }

  @Override
  public CheckView signature() {
    return signature;
  }

  @Override
  public CheckView introspection() {
    return introspection;
  }

  @Override
  public TimingPresenter.View timing() {
    return new TimingPresenter.View() {
      @Override
      public void showNothing(String text) {
        timingNothing = text;
      }

      @Override
      public void showTiming(String total, List<TimingPresenter.Bar> bars, List<TimingPresenter.Section> sections) {
        timingNothing = "";
        timingTotal = total;
        timingBars = bars;
        timingSections = sections;
      }
    };
  }

  @Override
  public WirePresenter.View request() {
    return request;
  }

  @Override
  public WirePresenter.View response() {
    return response;
  }

  /** Everything that can be read on it. */
  String everything() {
    return String.join(
        "\n",
        title,
        detail,
        noScopes,
        howWeKnow,
        scopes.toString(),
        notes.toString(),
        request.text,
        request.info,
        response.text,
        response.info,
        place.text(),
        clientId,
        tokenUrl,
        sentAs,
        phases,
        rows.toString(),
        secret.toString());
  }

  /** An entry as an admin would fill it in. */
  static ProfileDraft.Entry entry(String name, String value) {
    return new ProfileDraft.Entry(name, value);
  }
}
