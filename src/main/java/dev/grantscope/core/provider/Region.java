package dev.grantscope.core.provider;

import java.util.Optional;

/**
 * One area, region or environment of a provider.
 *
 * @param id what stands in the form and in files
 * @param label what people see; the id where there is nothing better
 * @param url the token URL, where it does not follow the provider's template
 * @param value what the template takes in the place of the id
 * @param attestation where it differs from the provider's
 */
public record Region(
    String id, String label, Optional<String> url, Optional<String> value, Optional<Attestation> attestation) {}
