package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.discovery.TenantConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What discovery found for each profile, for as long as the window is open. Used on the UI thread only. */
public final class Discoveries {
  private final Workbench workbench;
  private final Map<UUID, Metadata> documents = new HashMap<>();
  private final Map<UUID, TenantConfiguration> tenants = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  Discoveries(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Hears of everything that is found. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void found(UUID profile, Metadata metadata) {
    documents.put(profile, metadata);
    listeners.forEach(Runnable::run);
  }

  void found(UUID profile, TenantConfiguration tenant) {
    tenants.put(profile, tenant);
    listeners.forEach(Runnable::run);
  }

  /** The metadata that speaks of the token endpoint in the form of the chosen profile, and of no other. */
  public Optional<Metadata> metadata() {
    return Optional.ofNullable(documents.get(workbench.selected().id()))
        .filter(it -> it.tokenEndpoint().equals(Optional.of(workbench.draft().tokenUrl())));
  }

  /** What CXone said of the tenant of the chosen profile. */
  public Optional<TenantConfiguration> tenant() {
    return Optional.ofNullable(tenants.get(workbench.selected().id()));
  }
}
