package id.pkh.disbursement.year;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.district.bank.BankBooks;
import id.pkh.district.bank.BankDocument;
import id.pkh.district.bank.BankDocument.Signature;
import id.pkh.district.bank.BankTable;
import id.pkh.district.bank.DistrictBanks;
import id.pkh.district.bank.Misbehaviour;
import id.pkh.district.bank.Mischief;
import id.pkh.district.bank.PlayedBank;
import id.pkh.testsupport.rest.Caller;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The five banks and the post office of a year, and the way of their documents to the service. */
final class YearBanks {

    static final String POST = DistrictBanks.POST;

    private static final Set<String> SIGNING = Set.of("BRI", "BSI");
    private static final String WAITS = "REPORT_CORRECTION_WAITS";
    private static final int OFTEN = 60;
    private static final int FOR_EACH_PAYMENT = 80;

    private final Map<String, PlayedBank> banks = new LinkedHashMap<>();
    private final Map<String, Mischief> mischief = new HashMap<>();
    private final Map<String, BankSigner> signers = new HashMap<>();
    private final BankSigner other = BankSigner.called("Bank Lain");

    YearBanks(long seed, UnaryOperator<Mischief> planted) {
        DistrictBanks.KINDS.forEach(
                (code, kind) -> {
                    Mischief ways = planted.apply(ways());
                    mischief.put(code, ways);
                    banks.put(code, new PlayedBank(code, kind, SIGNING.contains(code), ways, seed));
                });
    }

    private static Mischief ways() {
        Mischief ways = Mischief.none();
        for (Misbehaviour one : Misbehaviour.values()) {
            ways = ways.with(one, OFTEN);
        }
        return ways.with(Misbehaviour.PAYS_TWICE, 0)
                .with(Misbehaviour.LATE, 2 * OFTEN)
                .with(Misbehaviour.SAME_CONTENT_OTHER_NUMBER, 2 * OFTEN)
                .with(Misbehaviour.RETURNS_AFTER_CREDIT, FOR_EACH_PAYMENT)
                .with(Misbehaviour.CREDITS_AFTER_RETURN, 4 * FOR_EACH_PAYMENT)
                .with(Misbehaviour.PAYS_AFTER_REFUSAL, 2 * FOR_EACH_PAYMENT);
    }

    /** Two people record the keys and the profiles of banks that have some. */
    void introduce() {
        SIGNING.stream()
                .sorted()
                .forEach(
                        bank -> {
                            BankSigner signer = BankSigner.called(bank);
                            signer.trustedFor(bank);
                            signers.put(bank, signer);
                        });
        profile("BTN", BankTable.PROFILE_OF_BANK, BankTable.sampleOfBank());
        profile(POST, BankTable.PROFILE_OF_POST, BankTable.sampleOfPost());
    }

    private static void profile(String bank, String content, byte[] sample) {
        String profile =
                ProfileApi.enter(bank, content, ProfileApi.today())
                        .statusCode(201)
                        .extract()
                        .path("profile_id");
        ProfileApi.tryOut(Caller.officer(ProfileApi.CLERK), profile, sample).statusCode(201);
        ProfileApi.confirm(ProfileApi.APPROVER, profile, ProfileApi.hashOf(profile))
                .statusCode(200);
    }

    Map<String, PlayedBank> all() {
        return banks;
    }

    PlayedBank of(String bank) {
        return banks.get(bank);
    }

    BankBooks booksOf(String bank) {
        return banks.get(bank).books();
    }

    Set<Misbehaviour> seen() {
        Set<Misbehaviour> seen = EnumSet.noneOf(Misbehaviour.class);
        mischief.values().forEach(one -> seen.addAll(one.seen()));
        return seen;
    }

    /**
     * The bank sends a document; what is damaged or not signed as agreed must be refused. While
     * people have to decide about a file with the same number, the bank sends it again tomorrow.
     */
    void deliver(String bank, BankDocument document) {
        int status = send(Caller.ofBank(bank), bank, document);
        boolean trusted = !SIGNING.contains(bank) || document.signature() == Signature.OWN;
        if (document.whole() && trusted && lastAnswer.contains(WAITS)) {
            assertThat(status).as("%s: %s", document, lastAnswer).isEqualTo(409);
            of(bank).sendAgain(document);
        } else if (document.whole() && trusted) {
            assertThat(status).as("%s: %s", document, lastAnswer).isIn(200, 201, 202);
        } else {
            assertThat(status).as("%s: %s", document, lastAnswer).isBetween(400, 422);
        }
    }

    /** A person of the ministry brings a document in; it waits for a second one. */
    int bring(String person, String bank, BankDocument document) {
        return send(Caller.officer(person), bank, document);
    }

    private int send(Caller caller, String bank, BankDocument document) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", typeOf(document.name()));
        if (SIGNING.contains(bank) && document.signature() != Signature.NONE) {
            BankSigner signer = document.signature() == Signature.OWN ? signers.get(bank) : other;
            headers.put(
                    "Report-Signature",
                    Base64.getEncoder().encodeToString(signer.cms(document.bytes())));
        }
        HttpResponse<String> response =
                caller.send("POST", "/api/v1/bank-reports?bank=" + bank, headers, document.bytes());
        assertThat(response.statusCode()).as("%s: %s", document, response.body()).isLessThan(500);
        lastAnswer = response.body();
        return response.statusCode();
    }

    private String lastAnswer = "";

    String lastAnswer() {
        return lastAnswer;
    }

    private static String typeOf(String name) {
        return name.endsWith("xml")
                ? "application/xml"
                : name.endsWith("csv") ? "text/csv" : "text/plain";
    }
}
