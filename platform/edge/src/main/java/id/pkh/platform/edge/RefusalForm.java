package id.pkh.platform.edge;

import java.util.Map;

/** How the application words a refusal that is given before a resource is called. */
public interface RefusalForm {

    /** The body of a refusal. */
    record Content(String type, String language, String body) {}

    Content of(int status, String code, Map<String, ?> details, String path, String acceptLanguage);
}
