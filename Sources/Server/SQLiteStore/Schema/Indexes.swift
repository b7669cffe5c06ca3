/// Every question that the desk asks is answered with one of these indexes, however many years of
/// bookings there are.
enum Indexes {
  static let statements = [
    "CREATE INDEX idx_appointment_datetime ON bookings (appointment_date, appointment_time)",
    """
    CREATE INDEX idx_therapist_schedule
      ON bookings (therapist_user_id, appointment_date, appointment_time)
    """,
    "CREATE INDEX idx_customer_bookings ON bookings (customer_id, appointment_date)",
    "CREATE INDEX idx_payment_item_booking ON bookings (payment_item_id)",
    "CREATE INDEX idx_bed_id ON bookings (bed_id)",
    // Like the shop's own unique keys: no therapist and no bed has two active bookings that begin
    // at the same time.
    """
    CREATE UNIQUE INDEX uq_therapist_active_start
      ON bookings (therapist_user_id, appointment_date, appointment_time)
      WHERE booking_status IN ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS')
    """,
    """
    CREATE UNIQUE INDEX uq_bed_active_start
      ON bookings (bed_id, appointment_date, appointment_time)
      WHERE bed_id IS NOT NULL AND booking_status IN ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS')
    """,
    "CREATE INDEX idx_appointment_id ON checkins (appointment_id)",
    "CREATE INDEX idx_customer_payment ON payments (customer_id, payment_date)",
    "CREATE INDEX idx_payment_items ON payment_items (payment_id)",
    "CREATE INDEX idx_room_id ON beds (room_id)",
    """
    CREATE INDEX frontdesk_idx_booking_changes
      ON frontdesk_changes (booking_id, change_id, undone_at)
    """,
    "CREATE INDEX frontdesk_idx_kind_changes ON frontdesk_changes (booking_id, kind)",
    "CREATE INDEX frontdesk_idx_former_days ON frontdesk_changes (old_date)",
    "CREATE INDEX frontdesk_idx_undone_days ON frontdesk_changes (undone_date)",
    "CREATE INDEX frontdesk_idx_day_blocks ON frontdesk_blocks (date, therapist_id)",
    "CREATE INDEX frontdesk_idx_time_off ON frontdesk_time_off (until_date)",
    "CREATE INDEX frontdesk_idx_shift ON frontdesk_shifts (therapist_id, date)",
    "CREATE INDEX frontdesk_idx_day_waiting ON frontdesk_waiting (date)",
    "CREATE INDEX frontdesk_idx_visit ON frontdesk_visits (visit_id)",
    "CREATE INDEX frontdesk_idx_series ON frontdesk_visits (series_id)",
    "CREATE INDEX frontdesk_idx_booking_events ON frontdesk_events (booking_id, seq)",
    "CREATE INDEX frontdesk_idx_request_age ON frontdesk_requests (answered_at)",
    "CREATE INDEX frontdesk_idx_session_expiry ON frontdesk_sessions (expires_at)",
    """
    CREATE INDEX frontdesk_idx_person_sessions
      ON frontdesk_sessions (person_number, person_kind)
    """,
    """
    CREATE INDEX frontdesk_idx_guest_changes
      ON frontdesk_guest_changes (customer_id, change_id)
    """,
    "CREATE INDEX frontdesk_idx_family_holder ON frontdesk_family (holder_id)",
    "CREATE INDEX frontdesk_idx_task_done ON frontdesk_tasks (done_at)",
    "CREATE INDEX frontdesk_idx_house_past ON frontdesk_house_past (date)",
    "CREATE INDEX frontdesk_idx_house_may_go ON frontdesk_house_past (came) WHERE came = 2",
  ]
}
