package id.pkh.console.call;

/** In whose name a service is asked, and the language the person reads. */
public record Credentials(String token, String language) {

    @Override
    public String toString() {
        return "Credentials[" + language + "]"; // a token is in no log
    }
}
