package dev.grantscope.core.interchange;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.render.Redaction;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A diagnosis as JSON: the members of the form's own run ({@link RunJson}), and {@code findings} and {@code experiments}. */
public final class DiagnosisJson {
  private DiagnosisJson() {}

  /**
   * Writes it.
   *
   * @param reveal whether secrets and tokens stand in the wire text; never the default
   */
  public static ObjectNode of(Conclusion conclusion, boolean reveal) {
    ObjectNode json = conclusion.baseline().map(it -> RunJson.of(it, reveal)).orElseGet(JsonTree::object);
    findings(json.putArray("findings"), conclusion.findings());
    ArrayNode regions = json.putArray("otherRegions");
    conclusion.offer().stream().flatMap(it -> it.regions().stream()).forEach(it -> regions.add(it.endpoint().text()));
    ArrayNode experiments = json.putArray("experiments");
    conclusion.observations().forEach(it -> experiment(experiments.addObject(), it));
    return json;
  }

  /** Of one run, without experiments. */
  public static ObjectNode of(GrantRun run, List<Finding> findings, boolean reveal) {
    ObjectNode json = RunJson.of(run, reveal);
    findings(json.putArray("findings"), findings);
    return json;
  }

  /** Of a form that could not be sent: what can be said all the same. */
  public static ObjectNode notSent(List<Finding> findings) {
    ObjectNode json = JsonTree.object();
    json.putNull("outcome");
    findings(json.putArray("findings"), findings);
    json.putArray("experiments");
    return json;
  }

  private static void findings(ArrayNode array, List<Finding> findings) {
    for (Finding finding : findings) {
      array
          .addObject()
          .put("cause", finding.cause().wireName())
          .put("strength", finding.strength().wireName())
          .put("sentence", finding.sentence())
          .put("evidence", finding.evidence())
          .put("advice", finding.advice());
    }
  }

  private static void experiment(ObjectNode json, Observation observation) {
    json.put("change", observation.experiment().title());
    json.put("carriesSecret", observation.experiment().carriesSecret());
    if (observation.signature().status() == 0) {
      json.putNull("status");
    } else {
      json.put("status", observation.signature().status());
    }
    json.put("error", observation.run().outcome() instanceof GrantOutcome.Refused refused
            ? Redaction.of(observation.run().secrets()).redact(refused.error().code())
            : null);
    json.put("answer", observation.answer());
    json.put("shows", observation.shows());
  }
}
