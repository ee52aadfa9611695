package id.pkh.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.edge.RefusalForm;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A refusal that is given before a resource is called is a problem document like any other. */
@ApplicationScoped
@Unremovable
public class ProblemForm implements RefusalForm {

    @Inject RefusalTexts texts;
    @Inject ObjectMapper json;

    @Override
    public Content of(
            int status, String code, Map<String, ?> details, String path, String acceptLanguage) {
        Language language = Language.preferred(acceptLanguage);
        Map<String, Object> document =
                Problem.document(
                        code,
                        status,
                        texts.title(code, language),
                        texts.detail(code, language, details),
                        path,
                        details);
        try {
            return new Content(
                    Problem.MEDIA_TYPE, language.tag(), json.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
