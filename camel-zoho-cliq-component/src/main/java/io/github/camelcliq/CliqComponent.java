package io.github.camelcliq;

import io.github.camelcliq.internal.account.AccountValidation;
import io.github.camelcliq.internal.post.template.TemplateOption;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Posts exchanges to Zoho Cliq as validated, interactive messages, and takes the clicks on them: {@code cliq:kind/id}.
 */
@Component("cliq")
public class CliqComponent extends DefaultComponent implements SSLContextParametersAware {

    /** Secret options whose names Camel does not know. */
    private static final String MASKED = "pacingStore,sharedSecret,zapikey";

    @Metadata(label = "advanced")
    private CliqConfiguration configuration = new CliqConfiguration();

    @Metadata(label = "advanced")
    private CliqAccount defaultAccount = new CliqAccount();

    @Metadata(label = "common")
    private Map<String, CliqAccount> accounts = new HashMap<>();

    @Metadata(label = "producer")
    private String templateFolder;

    @Metadata(label = "producer", defaultValue = "false")
    private boolean templateReload;

    @Metadata(label = "advanced", autowired = true)
    private Vertx vertx;

    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;

    /**
     * Sets the context, and registers the names of secret options. Camel's main program logs the options of components
     * at its start, and masks only the names that it knows.
     */
    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        ExtendedCamelContext extension = context.getCamelContextExtension();
        String others = extension.getAdditionalSensitiveKeywords();
        if (others == null || !others.contains(MASKED)) {
            extension.setAdditionalSensitiveKeywords(others == null ? MASKED : others + "," + MASKED);
        }
    }

    /**
     * Refuses an account whose numbers or durations are out of range. No route may name the account, since a header or
     * an expression can choose it later.
     */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        String prefix = "camel.component." + name();
        List<String> complaints = new ArrayList<>(complaints(prefix, defaultAccount));
        new TreeMap<String, Object>(accounts).forEach((name, account) -> {
            if (account instanceof CliqAccount named) {
                complaints.addAll(complaints(prefix + ".accounts[" + name + "]", named));
            }
        });
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", complaints));
        }
    }

    private static List<String> complaints(String prefix, CliqAccount account) {
        return AccountValidation.complaintsAboutFigures(account).stream()
                .map(complaint -> prefix + ": " + complaint)
                .toList();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        int slash = remaining.indexOf('/');
        String kind = slash < 0 ? remaining : remaining.substring(0, slash);
        String id = slash < 0 ? "" : remaining.substring(slash + 1);
        CliqConfiguration options = configuration.copy();
        EndpointParameters.check(
                parameters,
                (PropertyConfigurerGetter) getEndpointPropertyConfigurer(),
                (PropertyConfigurerGetter) PluginHelper.getConfigurerResolver(getCamelContext())
                        .resolvePropertyConfigurer(CliqAccount.class.getName(), getCamelContext()),
                (PropertyConfigurerGetter) getComponentPropertyConfigurer(),
                getCamelContext().getRegistry());
        CliqEndpoint endpoint = new CliqEndpoint(uri, this, options);
        endpoint.setKind(kind);
        endpoint.setId(id.isEmpty() ? null : id);
        endpoint.setNamedOptions(parameters.keySet());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /**
     * Returns the account of a name.
     *
     * @param name the name of an account of this component, or of a CliqAccount in the registry; {@code null} for the
     *     default account
     * @throws IllegalArgumentException if there is no such account, or if the name belongs to another object
     */
    CliqAccount account(String name) {
        return findAccount(name).orElseThrow(() -> new IllegalArgumentException(noAccount(name)));
    }

    /** Returns the account of a name; empty if there is no such account, or if the name belongs to another object. */
    Optional<CliqAccount> findAccount(String name) {
        if (name == null) {
            return Optional.of(defaultAccount);
        }
        Object bound = bound(name);
        return bound == null
                ? Optional.ofNullable(CamelContextHelper.lookup(getCamelContext(), name, CliqAccount.class))
                : Optional.of(bound).filter(CliqAccount.class::isInstance).map(CliqAccount.class::cast);
    }

    /** Returns the object of a name, since properties may put any bean into the map. */
    private Object bound(String name) {
        return ((Map<String, ?>) accounts).get(name);
    }

    private String noAccount(String name) {
        Object bound = bound(name);
        if (bound != null) {
            return "The account '" + name + "' is a " + bound.getClass().getName()
                    + ". Set camel.component.cliq.accounts[" + name
                    + "] to #bean:name of a CliqAccount, or set its options";
        }
        Set<String> names = accountNames();
        return "There is no account '" + name + "'; named accounts are " + (names.isEmpty() ? "none" : names)
                + ". Set camel.component.cliq.accounts[" + name
                + "] with its options, or bind a CliqAccount of this name in the registry"
                + UnboundProperties.complaint(getCamelContext(), name)
                        .map(complaint -> "; " + complaint)
                        .orElse("");
    }

    /** Returns the names of all accounts: of this component, and of beans in the registry. */
    Set<String> accountNames() {
        Set<String> names = new TreeSet<>(accounts.keySet());
        names.addAll(getCamelContext()
                .getRegistry()
                .findByTypeWithName(CliqAccount.class)
                .keySet());
        return names;
    }

    /** Returns the name by which the context knows this component. */
    String name() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse(getDefaultName());
    }

    /** Returns the TLS parameters of an account; {@code null} for the defaults of the JDK. */
    public SSLContextParameters tlsOf(CliqAccount account) {
        return account.getSslContextParameters() != null
                ? account.getSslContextParameters()
                : retrieveGlobalSslContextParameters();
    }

    /** Returns what finds the templates of endpoints. */
    TemplateOption templates() {
        return new TemplateOption(getCamelContext(), templateFolder, templateReload);
    }

    public CliqConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that all endpoints of this component start from. */
    public void setConfiguration(CliqConfiguration configuration) {
        this.configuration = configuration;
    }

    public CliqAccount getDefaultAccount() {
        return defaultAccount;
    }

    /** The account of endpoints that name no other; the component's own options set its values. */
    public void setDefaultAccount(CliqAccount defaultAccount) {
        this.defaultAccount = defaultAccount;
    }

    public Map<String, CliqAccount> getAccounts() {
        return accounts;
    }

    /**
     * Further accounts by name. Properties put the name in square brackets. An endpoint chooses an account with its
     * option account.
     */
    public void setAccounts(Map<String, CliqAccount> accounts) {
        this.accounts = accounts;
    }

    public String getTemplateFolder() {
        return templateFolder;
    }

    /**
     * The folder below which the option template of an endpoint may name a file. Without it no file can be a template.
     * Links may not lead out of it.
     */
    public void setTemplateFolder(String templateFolder) {
        this.templateFolder = templateFolder;
    }

    public boolean isTemplateReload() {
        return templateReload;
    }

    /**
     * Whether a template in a file is read again after the file has changed. If it is wrong then, the log says so, and
     * the template stays as it was.
     */
    public void setTemplateReload(boolean templateReload) {
        this.templateReload = templateReload;
    }

    public Vertx getVertx() {
        return vertx;
    }

    /**
     * The Vert.x instance to use. By default it is the one in the registry, if there is exactly one. Otherwise the
     * component makes its own, and closes it when the Camel context stops.
     */
    public void setVertx(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to make TLS connections with the SSL context parameters of the Camel context. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
