package id.pkh.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;

/**
 * Writes bodies as JSON, and lets files be sent as they are. The generated code passes each body to
 * this mapper, which would write the path of a file; then it lets the connection complete the
 * request, which replaces the body. The file is read while it is sent, because it may be large.
 */
final class FileBodies extends ObjectMapper {

    private static final long serialVersionUID = 1L;
    private static final byte[] REPLACED = {};
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final transient ThreadLocal<File> file = new ThreadLocal<>();

    FileBodies(ObjectMapper like) {
        super(like);
    }

    @Override
    public byte[] writeValueAsBytes(Object body) throws JsonProcessingException {
        if (body instanceof File sent) {
            file.set(sent);
            return REPLACED;
        }
        return super.writeValueAsBytes(body);
    }

    /** Gives the request the bytes of its file and their type, if it has a file. */
    void replaceBodyOf(HttpRequest.Builder request) {
        File sent = file.get();
        if (sent == null) {
            return;
        }
        forget();
        try {
            request.POST(HttpRequest.BodyPublishers.ofFile(sent.toPath()))
                    .setHeader("Content-Type", typeOf(sent.getName()));
        } catch (FileNotFoundException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void forget() {
        file.remove();
    }

    private static String typeOf(String name) {
        if (name.endsWith(".xml")) {
            return "application/xml";
        }
        return name.endsWith(".xlsx") ? XLSX : "text/csv";
    }
}
