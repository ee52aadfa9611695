package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.verification.notice.LetterSubjects.Selection;
import id.pkh.verification.notice.LetterSubjects.Subject;
import id.pkh.verification.notice.PrintLetters;
import id.pkh.verification.notice.PrintLetters.Printing;
import id.pkh.verification.notice.Printings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Supplier;

/** Answers with letters: a file that is written while it is sent. */
@ApplicationScoped
class LetterAnswers {

    static final String PDF = "application/pdf";
    private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);

    private final PrintLetters print;
    private final Printings printings;
    private final Caller caller;

    LetterAnswers(PrintLetters print, Printings printings, Caller caller) {
        this.print = print;
        this.printings = printings;
        this.caller = caller;
    }

    /** Whether the caller prefers a letter to the text; the text is the answer to any type. */
    static boolean isLetterWanted(HttpHeaders headers) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        for (MediaType type : accepted) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(PDF_TYPE)) {
                return true;
            }
        }
        return false;
    }

    Response of(Subject subject) {
        return file(
                () -> print.prepare(subject, caller.bearerToken()), subject.subjectId().toString());
    }

    Response of(Selection selection) {
        return file(
                () -> print.prepare(selection, caller.areas(), caller.bearerToken()), "letters");
    }

    private Response file(Supplier<Printing> preparation, String name) {
        Printings.Place place = printings.take(caller.subject());
        Printing printing;
        try {
            printing = preparation.get();
        } catch (RuntimeException refused) {
            place.giveBack();
            throw refused;
        }
        StreamingOutput file =
                out -> {
                    try {
                        print.write(printing, out);
                    } finally {
                        place.giveBack();
                    }
                };
        return Response.ok(file, PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
