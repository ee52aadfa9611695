package id.pkh.platform.clients;

import jakarta.enterprise.context.RequestScoped;

/** Whether the current request is still to be logged when it is answered. */
@RequestScoped
class LoggedRequest {

    private boolean isToBeLogged;

    /** A system has reached an operation. */
    void toLog() {
        isToBeLogged = true;
    }

    boolean isToBeLogged() {
        return isToBeLogged;
    }

    /** A bulk read has logged itself, or the request was logged. */
    void done() {
        isToBeLogged = false;
    }
}
