package org.attest.training;

import java.time.LocalDate;
import org.attest.web.Qr;

/**
 * What a certificate says.
 *
 * @param module its code and title
 * @param version which version of the module was passed
 * @param lastDay last valid day; null when it does not expire
 * @param extended until when and by which order it counts beyond that; null for none
 * @param prior the day of the evidence by which prior learning was accepted; null where the module itself was passed
 * @param code by which anybody can check it
 * @param page where they do that; null where it is not known where people reach Attest, and then there is no QR code
 * @param qr leads to the answer for the code
 */
record Certificate(
        LocalDate issuedOn,
        String name,
        String module,
        int version,
        LocalDate earnedOn,
        LocalDate lastDay,
        String extended,
        LocalDate prior,
        String force,
        String code,
        String page,
        Qr qr) {

    /** @param page whole address of the page on which codes are checked; null where it is not known */
    static Certificate of(Qualification earned, String page, LocalDate issuedOn) {
        return new Certificate(
                issuedOn,
                earned.volunteer.fullName,
                earned.moduleVersion.document().label(),
                earned.moduleVersion.number,
                earned.earnedOn,
                earned.lastDay,
                earned.extendedBy() == null ? null : earned.extendedBy().mark(),
                earned.priorOn,
                earned.force.name,
                earned.code,
                page,
                page == null ? null : Qr.of(page + "/" + earned.code));
    }

    /** Name of the file: it names nobody. */
    String file() {
        return "certificate-" + module.split(" ")[0] + "-" + earnedOn + ".pdf";
    }
}
