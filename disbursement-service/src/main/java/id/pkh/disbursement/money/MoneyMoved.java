package id.pkh.disbursement.money;

/** Within the service: something has moved that is to be told once it is committed. */
public record MoneyMoved() {}
