package id.pkh.meeting.planted;

import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Breaks on purpose: sends by itself, has a name that says nothing, and counts in fractions. */
class SendingHelper {

    Emitter<String> emitter;
    double share;
}
