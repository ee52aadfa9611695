package id.pkh.platform.clients;

import jakarta.enterprise.context.RequestScoped;

/** Whether a bulk read has logged the current request already. */
@RequestScoped
class LoggedRequest {

    private boolean isLogged;

    boolean isLogged() {
        return isLogged;
    }

    void done() {
        isLogged = true;
    }
}
