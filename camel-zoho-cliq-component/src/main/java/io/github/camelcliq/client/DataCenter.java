package io.github.camelcliq.client;

/**
 * Where a Cliq organisation lives, and with it the hosts that its tokens are good for (Zoho's accounts help). A token
 * of one data centre is wrong in every other.
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

    /** Where messages are posted to, such as {@code https://cliq.zoho.eu}. */
    public String cliqUrl() {
        return "https://cliq." + domain;
    }

    /** Where tokens are had, such as {@code https://accounts.zoho.eu}. */
    public String accountsUrl() {
        return "https://accounts." + domain;
    }
}
