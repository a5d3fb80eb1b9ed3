package io.github.camelcliq.sandbox.config;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of a file with the credentials that the sandbox accepts, and the rules for new access tokens. */
final class TokensSection {

    private static final Map<String, TokenRules.Shape> SHAPES = Labels.of(TokenRules.Shape.values());

    private final Organisation organisation;
    private final boolean complete;
    private final Sandbox.Builder sandbox;
    private final Set<String> named = new HashSet<>();

    /** @param complete whether the organisation has all people of the file, so that an unknown user is a problem */
    TokensSection(Organisation organisation, boolean complete, Sandbox.Builder sandbox) {
        this.organisation = organisation;
        this.complete = complete;
        this.sandbox = sandbox;
    }

    /** @return the access tokens that the file names, in its order */
    List<String> apply(FileObject section) {
        List<String> tokens = section.each("access", this::access);
        if (!tokens.isEmpty()) {
            sandbox.withoutDefaultToken();
        }
        section.each("zapikeys", this::zapikey);
        section.each("clients", this::client).forEach(sandbox::client);
        section.object("rules")
                .flatMap(rules -> rules.made(TokensSection::rules))
                .ifPresent(sandbox::tokenRules);
        return tokens;
    }

    private String access(FileObject access) {
        String token = access.requiredText("token");
        sandbox.accessTokenOf(user(access), token, scopes(access));
        requireNew(access, "token", token);
        return token;
    }

    private Sandbox.Builder zapikey(FileObject zapikey) {
        String token = zapikey.requiredText("zapikey");
        requireNew(zapikey, "zapikey", token);
        return sandbox.zapikeyOf(user(zapikey), token);
    }

    private void requireNew(FileObject credential, String key, String token) {
        if (!named.add(token)) {
            credential.refuse(key, "is named a second time");
        }
    }

    private OAuthClient client(FileObject section) {
        OAuthClient client = OAuthClient.of(section.requiredText("id"), section.requiredText("secret"));
        client = section.text("soid").map(client::soid).orElse(client);
        for (Grant grant : section.each("refreshTokens", this::refreshToken)) {
            client = client.refreshToken(grant.token(), grant.user(), grant.scopes());
        }
        Optional<Grant> own = section.object("clientCredentials").flatMap(grant -> grant.made(this::ownGrant));
        return own.isPresent()
                ? client.clientCredentials(own.get().user(), own.get().scopes())
                : client;
    }

    private Grant refreshToken(FileObject grant) {
        return new Grant(grant.requiredText("token"), user(grant), scopes(grant));
    }

    private Grant ownGrant(FileObject grant) {
        return new Grant("", user(grant), scopes(grant));
    }

    /**
     * Returns the Cliq user of a credential. A person has one budget, even if the file names the person by id and by
     * email.
     */
    private String user(FileObject credential) {
        Optional<String> name = credential.text("user");
        if (name.isEmpty()) {
            return Sandbox.DEFAULT_USER;
        }
        Optional<CliqUser> person = organisation.user(name.get());
        if (person.isEmpty() && complete) {
            credential.refuse("user", "is not in the organisation; name people by id or email");
        }
        return person.filter(each -> !each.equals(organisation.users().get(0)))
                .map(CliqUser::id)
                .orElse(Sandbox.DEFAULT_USER);
    }

    private static String[] scopes(FileObject credential) {
        return credential.texts("scopes").values().toArray(String[]::new);
    }

    private static TokenRules rules(FileObject rules) {
        TokenRules zoho = TokenRules.OF_ZOHO;
        return new TokenRules(
                rules.duration("lifetime").orElse(zoho.lifetime()),
                rules.number("requests").orElse(zoho.requests()),
                rules.duration("period").orElse(zoho.period()),
                rules.number("liveTokens").orElse(zoho.liveTokens()),
                rules.choice("shape", SHAPES).orElse(zoho.shape()),
                rules.number("errorStatus").orElse(zoho.errorStatus()));
    }

    /** The user and the scopes of a refresh token, or of a client's own credentials. */
    private record Grant(String token, String user, String... scopes) {}
}
