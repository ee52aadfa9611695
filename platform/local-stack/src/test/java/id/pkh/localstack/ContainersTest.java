package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContainersTest {

    @Test
    void theImagesAreThoseOfTheComposedSystem() throws Exception {
        String composed = Files.readString(Path.of("../../docker-compose.yml"));

        Containers.PUBLIC_IMAGES.forEach(
                (variable, image) ->
                        assertThat(composed).contains("${" + variable + ":-" + image + "}"));
    }
}
