package id.pkh.verification.support;

import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** A school with a link by which it has sent days, and a link to withdraw. */
public final class SchoolLinkExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final String SECRET = "Zq7RmK2cV9xXnB1bT4dF6gH8jL0lW3xC5vP7nM9qS1e";

    private SchoolLinkExamples() {}

    public static Map<String, String> provide(World world, String area, String village) {
        String school = World.newSchool();
        Family family = world.family(village).pupil(school);
        world.register(family);
        String member = family.first().memberId().toString();
        JsonPath used = link(area, school);
        String days =
                "{\"rows\":[{\"member_id\":\"MEMBER\",\"months\":[{\"month\":\"2026-07\",\"alpa\":\"2\",\"jml\":\"18\"}]}]}";
        Caller.anonymous()
                .post(
                        used.getString("api_path").substring("/api/v1".length()),
                        days.replace("MEMBER", member))
                .statusCode(200);
        return Map.of(
                "10702555",
                school,
                "01980a10-0000-7000-8000-000000000007",
                member,
                PREFIX + "7c1e3a5b9d11",
                used.getString("link_id"),
                PREFIX + "7c1e3a5b9d12",
                link(area, school).getString("link_id"),
                SECRET,
                used.getString("path").replaceAll(".*/", ""));
    }

    private static JsonPath link(String area, String school) {
        return Caller.named("facilitator-9", "FACILITATOR", area)
                .post("/school-links", Map.of("school_id", school, "quarter", "2026-Q3"))
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
