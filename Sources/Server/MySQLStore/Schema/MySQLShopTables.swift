import BookingStore

/// The web shop's own tables, as its schema has them, for a spa without a web shop. Where the
/// shop's MySQL has a unique key over an expression, a generated column takes its place, since
/// MariaDB does not know such keys.
enum MySQLShopTables {
  struct Table {
    let name: String
    let definition: String

    var creation: String {
      "CREATE TABLE \(name) (\n\(definition)\n) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4"
        + " COLLATE utf8mb4_unicode_ci"
    }
  }

  static let all = people + services + places + money + [bookings, checkins]

  static let roleRows =
    "INSERT IGNORE INTO roles (role_id, name, display_name) VALUES "
    + StandardRoles.all.enumerated().map { number, role in
      "(\(number + 1), '\(role.name)', '\(role.shown)')"
    }.joined(separator: ", ")

  private static let times = """
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    """

  private static let people = [
    Table(
      name: "roles",
      definition: """
          role_id INT PRIMARY KEY AUTO_INCREMENT,
          name VARCHAR(50) NOT NULL UNIQUE,
          display_name VARCHAR(100) NOT NULL,
          description TEXT
        """),
    Table(
      name: "users",
      definition: """
          user_id INT PRIMARY KEY AUTO_INCREMENT,
          role_id INT NOT NULL,
          full_name VARCHAR(100) NOT NULL,
          email VARCHAR(255) NOT NULL UNIQUE,
          hash_password VARCHAR(255) NOT NULL,
          phone_number VARCHAR(20) UNIQUE,
          gender ENUM('MALE', 'FEMALE', 'OTHER'),
          birthday DATE,
          address TEXT,
          avatar_url VARCHAR(255),
          is_active BOOLEAN DEFAULT TRUE,
          last_login_at TIMESTAMP NULL,
        \(times),
          FOREIGN KEY (role_id) REFERENCES roles (role_id) ON DELETE RESTRICT
        """),
    Table(
      name: "customers",
      definition: """
          customer_id INT PRIMARY KEY AUTO_INCREMENT,
          full_name VARCHAR(100) NOT NULL,
          email VARCHAR(255) UNIQUE,
          phone_number VARCHAR(20) NOT NULL UNIQUE,
          hash_password VARCHAR(255),
          is_active BOOLEAN NOT NULL DEFAULT TRUE,
          gender ENUM('MALE', 'FEMALE', 'OTHER', 'UNKNOWN') DEFAULT 'UNKNOWN',
          birthday DATE,
          address TEXT,
          loyalty_points INT DEFAULT 0,
          notes TEXT,
          role_id INT,
        \(times),
          avatar_url VARCHAR(255),
          is_verified BOOLEAN NOT NULL DEFAULT FALSE,
          FOREIGN KEY (role_id) REFERENCES roles (role_id) ON DELETE SET NULL
        """),
  ]

  private static let services = [
    Table(
      name: "service_types",
      definition: """
          service_type_id INT PRIMARY KEY AUTO_INCREMENT,
          name VARCHAR(200) NOT NULL UNIQUE,
          description TEXT,
          image_url VARCHAR(255),
          is_active BOOLEAN DEFAULT TRUE,
        \(times)
        """),
    Table(
      name: "services",
      definition: """
          service_id INT PRIMARY KEY AUTO_INCREMENT,
          service_type_id INT NOT NULL,
          name VARCHAR(200) NOT NULL,
          description TEXT,
          price DECIMAL(12, 2) NOT NULL,
          duration_minutes INT NOT NULL,
          buffer_time_after_minutes INT DEFAULT 0,
          image_url VARCHAR(255),
          is_active BOOLEAN DEFAULT TRUE,
          average_rating DECIMAL(3, 2) DEFAULT 0,
          bookable_online BOOLEAN DEFAULT TRUE,
          requires_consultation BOOLEAN DEFAULT FALSE,
        \(times),
          FOREIGN KEY (service_type_id) REFERENCES service_types (service_type_id)
            ON DELETE RESTRICT ON UPDATE CASCADE
        """),
    Table(
      name: "therapists",
      definition: """
          user_id INT PRIMARY KEY,
          service_type_id INT,
          bio TEXT,
          availability_status ENUM('AVAILABLE', 'BUSY', 'OFFLINE', 'ON_LEAVE')
            DEFAULT 'AVAILABLE',
          years_of_experience SMALLINT DEFAULT 0,
        \(times),
          average_rating DECIMAL(3, 2) NOT NULL DEFAULT 0,
          FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
          FOREIGN KEY (service_type_id) REFERENCES service_types (service_type_id)
            ON DELETE SET NULL ON UPDATE CASCADE
        """),
  ]

  private static let places = [
    Table(
      name: "rooms",
      definition: """
          room_id INT PRIMARY KEY AUTO_INCREMENT,
          name VARCHAR(50) NOT NULL UNIQUE,
          description TEXT,
          capacity INT NOT NULL DEFAULT 1,
          is_active BOOLEAN NOT NULL DEFAULT TRUE,
        \(times)
        """),
    Table(
      name: "beds",
      definition: """
          bed_id INT PRIMARY KEY AUTO_INCREMENT,
          room_id INT NOT NULL,
          name VARCHAR(50) NOT NULL,
          description TEXT,
          is_active BOOLEAN NOT NULL DEFAULT TRUE,
        \(times),
          FOREIGN KEY (room_id) REFERENCES rooms (room_id) ON DELETE CASCADE ON UPDATE CASCADE
        """),
    Table(
      name: "business_hours",
      definition: """
          business_hour_id INT PRIMARY KEY AUTO_INCREMENT,
          day_of_week ENUM('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY',
            'SUNDAY') NOT NULL UNIQUE,
          open_time TIME,
          close_time TIME,
          is_closed BOOLEAN NOT NULL DEFAULT FALSE,
          notes VARCHAR(255)
        """),
    Table(
      name: "spa_information",
      definition: """
          spa_id INT PRIMARY KEY AUTO_INCREMENT,
          name VARCHAR(255) NOT NULL UNIQUE,
          address_line1 VARCHAR(255) NOT NULL,
          address_line2 VARCHAR(255),
          city VARCHAR(100) NOT NULL,
          postal_code VARCHAR(20),
          country VARCHAR(100) NOT NULL,
          phone_number_main VARCHAR(20) NOT NULL,
          phone_number_secondary VARCHAR(20),
          email_main VARCHAR(255) NOT NULL,
          email_secondary VARCHAR(255),
          website_url VARCHAR(255),
          logo_url VARCHAR(255),
          tax_identification_number VARCHAR(50),
          cancellation_policy TEXT,
          booking_terms TEXT,
          about_us_short TEXT,
          about_us_long TEXT,
          vat_percentage DECIMAL(5, 2) DEFAULT 0,
          default_appointment_buffer_minutes INT DEFAULT 15,
        \(times)
        """),
  ]

  private static let money = [
    Table(
      name: "payments",
      definition: """
          payment_id INT PRIMARY KEY AUTO_INCREMENT,
          customer_id INT NOT NULL,
          total_amount DECIMAL(15, 2) NOT NULL,
          tax_amount DECIMAL(15, 2) NOT NULL DEFAULT 0,
          subtotal_amount DECIMAL(15, 2) NOT NULL,
          payment_method ENUM('BANK_TRANSFER', 'CREDIT_CARD', 'VNPAY', 'MOMO', 'ZALOPAY', 'CASH')
            NOT NULL,
          payment_status ENUM('PENDING', 'PAID', 'REFUNDED', 'FAILED') NOT NULL
            DEFAULT 'PENDING',
          reference_number VARCHAR(50) NOT NULL UNIQUE,
          transaction_date TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
          payment_date TIMESTAMP NULL,
          notes TEXT,
        \(times),
          KEY idx_customer_payment (customer_id, payment_date),
          FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE RESTRICT
        """),
    Table(
      name: "payment_items",
      definition: """
          payment_item_id INT PRIMARY KEY AUTO_INCREMENT,
          payment_id INT NOT NULL,
          service_id INT NOT NULL,
          quantity INT NOT NULL DEFAULT 1 CHECK (quantity > 0),
          unit_price DECIMAL(10, 2) NOT NULL CHECK (unit_price > 0),
          total_price DECIMAL(10, 2) NOT NULL CHECK (total_price > 0),
          service_duration INT NOT NULL CHECK (service_duration > 0),
          created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
          FOREIGN KEY (payment_id) REFERENCES payments (payment_id) ON DELETE CASCADE,
          FOREIGN KEY (service_id) REFERENCES services (service_id) ON DELETE RESTRICT
        """),
    Table(
      name: "payment_item_usage",
      definition: """
          usage_id INT PRIMARY KEY AUTO_INCREMENT,
          payment_item_id INT NOT NULL UNIQUE,
          total_quantity INT NOT NULL CHECK (total_quantity > 0),
          booked_quantity INT NOT NULL DEFAULT 0,
          remaining_quantity INT GENERATED ALWAYS AS (total_quantity - booked_quantity) STORED,
          last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
          CONSTRAINT chk_booked CHECK (booked_quantity >= 0 AND booked_quantity <= total_quantity),
          FOREIGN KEY (payment_item_id) REFERENCES payment_items (payment_item_id)
            ON DELETE CASCADE
        """),
  ]

  private static let bookings = Table(
    name: "bookings",
    definition: """
        booking_id INT PRIMARY KEY AUTO_INCREMENT,
        customer_id INT NOT NULL,
        payment_item_id INT NOT NULL,
        service_id INT NOT NULL,
        therapist_user_id INT NOT NULL,
        appointment_date DATE NOT NULL,
        appointment_time TIME NOT NULL,
        duration_minutes INT NOT NULL,
        booking_status ENUM('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED',
          'NO_SHOW') NOT NULL DEFAULT 'SCHEDULED',
        booking_notes TEXT,
        cancellation_reason TEXT,
        cancelled_at TIMESTAMP NULL,
        cancelled_by INT,
      \(times),
        room_id INT NOT NULL,
        bed_id INT,
        is_active_slot TINYINT GENERATED ALWAYS AS
          (IF(booking_status IN ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS'), 1, NULL)) VIRTUAL,
        KEY idx_appointment_datetime (appointment_date, appointment_time),
        KEY idx_therapist_schedule (therapist_user_id, appointment_date, appointment_time),
        KEY idx_customer_bookings (customer_id, appointment_date),
        UNIQUE KEY uq_therapist_active_start
          (therapist_user_id, appointment_date, appointment_time, is_active_slot),
        UNIQUE KEY uq_bed_active_start (bed_id, appointment_date, appointment_time, is_active_slot),
        FOREIGN KEY (customer_id) REFERENCES customers (customer_id)
          ON DELETE RESTRICT ON UPDATE CASCADE,
        FOREIGN KEY (payment_item_id) REFERENCES payment_items (payment_item_id)
          ON DELETE RESTRICT ON UPDATE CASCADE,
        FOREIGN KEY (service_id) REFERENCES services (service_id)
          ON DELETE RESTRICT ON UPDATE CASCADE,
        FOREIGN KEY (therapist_user_id) REFERENCES users (user_id)
          ON DELETE RESTRICT ON UPDATE CASCADE,
        FOREIGN KEY (cancelled_by) REFERENCES users (user_id) ON DELETE SET NULL ON UPDATE CASCADE,
        FOREIGN KEY (room_id) REFERENCES rooms (room_id) ON DELETE RESTRICT ON UPDATE CASCADE,
        FOREIGN KEY (bed_id) REFERENCES beds (bed_id) ON DELETE SET NULL ON UPDATE CASCADE
      """)

  private static let checkins = Table(
    name: "checkins",
    definition: """
        checkin_id INT PRIMARY KEY AUTO_INCREMENT,
        appointment_id INT NOT NULL,
        customer_id INT NOT NULL,
        checkin_time TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
        status ENUM('SUCCESS', 'FAILED', 'PENDING') NOT NULL DEFAULT 'SUCCESS',
        notes TEXT,
      \(times),
        KEY idx_appointment_id (appointment_id),
        FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE CASCADE
      """)
}
