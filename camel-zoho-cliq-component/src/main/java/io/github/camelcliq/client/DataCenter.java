package io.github.camelcliq.client;

/**
 * The data centre of a Cliq organisation, with its hosts (Zoho's accounts help). A token of one data centre is not
 * valid in another.
 */
public enum DataCenter {
    /** United States. */
    US("zoho.com"),
    /** Europe. */
    EU("zoho.eu"),
    /** India. */
    IN("zoho.in"),
    /** Australia. */
    AU("zoho.com.au"),
    /** Japan. */
    JP("zoho.jp"),
    /** China. */
    CN("zoho.com.cn"),
    /** Saudi Arabia. */
    SA("zoho.sa"),
    /** United Kingdom. */
    UK("zoho.uk"),
    /** Canada. */
    CA("zohocloud.ca");

    private final String domain;

    DataCenter(String domain) {
        this.domain = domain;
    }

    /** Returns the URL for messages, such as {@code https://cliq.zoho.eu}. */
    public String cliqUrl() {
        return "https://cliq." + domain;
    }

    /** Returns the URL for tokens, such as {@code https://accounts.zoho.eu}. */
    public String accountsUrl() {
        return "https://accounts." + domain;
    }
}
