package id.pkh.disbursement.planted.domain;

import jakarta.ws.rs.core.Response;

/** Planted: HTTP stays in rest. */
public class WebOutsideRest {
    Response response;
}
