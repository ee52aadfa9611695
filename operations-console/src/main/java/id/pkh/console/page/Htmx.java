package id.pkh.console.page;

import id.pkh.console.ConsoleConfig;
import io.quarkus.qute.TemplateExtension;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address of htmx for the browser; the version is that of the library on the class path. */
@TemplateExtension(namespace = "htmx")
final class Htmx {

    private static final String VERSION =
            ConfigProvider.getConfig()
                    .unwrap(SmallRyeConfig.class)
                    .getConfigMapping(ConsoleConfig.class)
                    .htmxVersion();

    private Htmx() {}

    static String version() {
        return VERSION;
    }
}
