import id.pkh.client.PkhClient;
import id.pkh.client.RefusedCall;
import id.pkh.client.meeting.GroupsApi;
import java.net.URI;

/** Calls the meeting service with the generated client, first with a token and then without one. */
public class FirstCall {

    public static void main(String[] args) {
        URI meeting = URI.create(args[0]);
        System.out.print(groups(PkhClient.at(meeting, () -> System.getenv("PKH_TOKEN"))));
        try {
            groups(PkhClient.to(meeting).open());
        } catch (RefusedCall refused) {
            System.out.println(", without a token " + refused.code());
        }
    }

    private static String groups(PkhClient meeting) {
        return meeting.call(GroupsApi::new, groups -> groups.listGroups(null, 100, null))
                        .getItems()
                        .size()
                + " groups";
    }
}
