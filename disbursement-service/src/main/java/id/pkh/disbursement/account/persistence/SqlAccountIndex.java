package id.pkh.disbursement.account.persistence;

import id.pkh.disbursement.account.AccountIndex;
import id.pkh.disbursement.account.AccountTokens;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlAccountIndex implements AccountIndex {

    private static final String OF_OTHER_KEYS =
            """
            SELECT instruction_id FROM payment_instruction
             WHERE instruction_id > :after AND account_token IS NOT NULL AND account_key IS DISTINCT FROM :key::int
             ORDER BY instruction_id LIMIT :limit
            """;

    /** The number of an instruction never changes, so no lock is needed to read it. */
    private static final String ACCOUNTS =
            """
            SELECT i.instruction_id, b.bank, i.account_cipher FROM payment_instruction i JOIN payment_batch b USING (batch_id)
             WHERE i.instruction_id = ANY (:ids)
            """;

    private static final String WRITE =
            """
            UPDATE payment_instruction i
               SET account_token = decode(t.token, 'hex'), account_key = :key::int, account_token_former = i.account_token
              FROM unnest(:ids, :tokens) AS t (instruction_id, token)
             WHERE i.instruction_id = t.instruction_id AND i.account_key IS DISTINCT FROM :key::int
            """;

    private final Database database;
    private final FieldCipher cipher;
    private final AccountTokens tokens;

    SqlAccountIndex(Database database, FieldCipher cipher, AccountTokens tokens) {
        this.database = database;
        this.cipher = cipher;
        this.tokens = tokens;
    }

    private record Token(UUID instructionId, String hex) {}

    @Override
    public List<UUID> ofOtherKeys(UUID after, int limit) {
        return database.query(
                OF_OTHER_KEYS,
                q ->
                        q.bind("after", after)
                                .bindByType("key", tokens.keyId(), Integer.class)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Override
    public void write(List<UUID> instructionIds) {
        List<Token> written =
                database.query(
                        ACCOUNTS,
                        q ->
                                q.bind("ids", SqlArrays.uuids(instructionIds))
                                        .map(
                                                (row, context) ->
                                                        new Token(
                                                                row.getObject(1, UUID.class),
                                                                token(
                                                                        row.getString(2),
                                                                        row.getBytes(3))))
                                        .list());
        database.update(
                WRITE,
                u ->
                        u.bindByType("key", tokens.keyId(), Integer.class)
                                .bind("ids", SqlArrays.uuids(written, Token::instructionId))
                                .bind("tokens", SqlArrays.texts(written, Token::hex)));
    }

    private String token(String bank, byte[] account) {
        return HexFormat.of()
                .formatHex(tokens.present(bank, cipher.decrypt(account, "disbursement.account")));
    }
}
