package org.attest.recruitment.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.attest.force.ForceOwned;

/** The answer to one question of an application, with who typed it. Written over while the application is; then it stays. */
@Entity(name = "ApplicationAnswer")
@Table(name = "application_answer")
public class Answer extends ForceOwned {

    static final int LONGEST = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_answer_seq")
    @SequenceGenerator(name = "application_answer_seq", sequenceName = "application_answer_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "application_id", updatable = false)
    public Application application;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Question question;

    /** Days as ISO dates, choices by name. */
    @Column(nullable = false)
    public String answer;

    @Column(name = "typed_at", nullable = false)
    public Instant typedAt;

    @Column(name = "typed_by", nullable = false)
    public String typedBy;

    /** By the applicant, in their own account. */
    public boolean own;

    /** As the record said when the application began, and touched by nobody since. */
    public boolean copied;
}
