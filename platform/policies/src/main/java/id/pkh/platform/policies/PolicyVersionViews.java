package id.pkh.platform.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Shows versions with their documents as JSON. */
@ApplicationScoped
class PolicyVersionViews {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    PolicyVersionViews(ObjectMapper json) {
        this.json = json;
    }

    PolicyVersionView of(PolicyVersion version) {
        return new PolicyVersionView(
                version.versionId(),
                version.kind(),
                version.policyCode(),
                version.validFrom(),
                version.legalBasis(),
                version.status(),
                version.sha256(),
                document(version),
                version.acts().stream().map(PolicyVersionView.Act::of).toList());
    }

    private Map<String, Object> document(PolicyVersion version) {
        try {
            return json.readValue(version.document(), OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document of a version cannot be read", e);
        }
    }
}
