package dev.grantscope.presenter;

import dev.grantscope.core.api.TokenServices;
import dev.grantscope.core.diagnosis.Pause;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.KeyFiles;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the presenters work with.
 *
 * @param tokens what is done with a token once it is there
 * @param pause between the requests of a diagnosis
 * @param ids makes the id of a new profile
 */
public record Services(
    SecretKeeper keeper,
    GrantService grants,
    Connections connections,
    KeyFiles keyFiles,
    TokenServices tokens,
    Discovery discovery,
    Practice practice,
    ProviderCatalog catalog,
    Pause pause,
    Background background,
    Clipboard clipboard,
    Texts texts,
    Clock clock,
    ZoneId zone,
    Supplier<UUID> ids) {}
