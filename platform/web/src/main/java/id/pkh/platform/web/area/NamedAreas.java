package id.pkh.platform.web.area;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Adds the names of areas to answers, which are the classes called {@code …View}. The API
 * description adds them to the same fields, and each answer in a test is compared with it.
 */
@Singleton
class NamedAreas implements ObjectMapperCustomizer {

    private static final String ANSWER = "View";

    private final Instance<AreaNames> names;

    NamedAreas(Instance<AreaNames> names) {
        this.names = names;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(module(names::get));
    }

    static SimpleModule module(Supplier<AreaNames> names) {
        return new SimpleModule("areas").setSerializerModifier(new Modifier(names));
    }

    private static final class Modifier extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<AreaNames> names;

        Modifier(Supplier<AreaNames> names) {
            this.names = names;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription bean,
                List<BeanPropertyWriter> properties) {
            if (!bean.getBeanClass().getName().contains(ANSWER)) {
                return properties;
            }
            List<BeanPropertyWriter> named = new ArrayList<>();
            for (BeanPropertyWriter property : properties) {
                named.add(property);
                String name = AreaNameFields.nameOf(property.getName());
                if (name != null) {
                    named.add(new AreaNameWriter(property, name, names));
                }
            }
            return named;
        }
    }
}
