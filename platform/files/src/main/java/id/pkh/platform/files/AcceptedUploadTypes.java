package id.pkh.platform.files;

import id.pkh.platform.web.BodyTypes;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.WebRefusals;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;

/** Refuses what is not called a list. Without a content type, the bytes alone decide. */
@Provider
@ReceivesFile
public class AcceptedUploadTypes implements ContainerRequestFilter {

    private static final List<MediaType> ACCEPTED =
            Arrays.stream(ReceivesFile.class.getAnnotation(BodyTypes.class).value())
                    .map(MediaType::valueOf)
                    .toList();

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && ACCEPTED.stream().noneMatch(type::isCompatible)) {
            throw Refused.because(WebRefusals.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
