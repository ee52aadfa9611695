package id.pkh.disbursement.bank.rest;

import id.pkh.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of an act that concerns families of the whole country, such as a payment cycle. */
@ApplicationScoped
public class NationalCaller {

    private final Caller caller;

    NationalCaller(Caller caller) {
        this.caller = caller;
    }

    /** Refuses with AREAS_NOT_NATIONAL unless the caller's areas are the whole country. */
    public String subject() {
        return caller.nationalSubject();
    }
}
