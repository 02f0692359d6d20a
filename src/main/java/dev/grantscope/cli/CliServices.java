package dev.grantscope.cli;

import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.KeyFiles;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.text.Texts;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What the commands work with. What is costly or may block is asked for only when a command needs it.
 *
 * @param ownProviders of the admin's own file
 * @param practice makes a practice tenant for a port; 0 for the usual one
 * @param version of the program
 */
public record CliServices(
    Supplier<GrantService> grants,
    Supplier<ApiCallService> calls,
    Supplier<Discovery> discovery,
    Supplier<ProfileStore> profiles,
    Supplier<SecretStore> secrets,
    Supplier<Connections> connections,
    KeyFiles keyFiles,
    Supplier<SettingsStore> settings,
    Supplier<ProviderReader.Reading> ownProviders,
    IntFunction<Practice> practice,
    Texts texts,
    Map<String, String> environment,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    String version) {}
