
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
DROP TABLE IF EXISTS `beds`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `beds` (
  `bed_id` int(11) NOT NULL AUTO_INCREMENT,
  `room_id` int(11) NOT NULL,
  `name` varchar(50) NOT NULL,
  `description` text DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT 1,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`bed_id`),
  KEY `room_id` (`room_id`),
  CONSTRAINT `beds_ibfk_1` FOREIGN KEY (`room_id`) REFERENCES `rooms` (`room_id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `beds` VALUES
(1,1,'Bed 1',NULL,1,'2026-11-27 01:41:24','2026-11-27 01:41:24'),
(2,1,'Bed 2',NULL,1,'2026-11-27 01:41:24','2026-11-27 01:41:24');
DROP TABLE IF EXISTS `bookings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `bookings` (
  `booking_id` int(11) NOT NULL AUTO_INCREMENT,
  `customer_id` int(11) NOT NULL,
  `payment_item_id` int(11) NOT NULL,
  `service_id` int(11) NOT NULL,
  `therapist_user_id` int(11) NOT NULL,
  `appointment_date` date NOT NULL,
  `appointment_time` time NOT NULL,
  `duration_minutes` int(11) NOT NULL,
  `booking_status` enum('SCHEDULED','CONFIRMED','IN_PROGRESS','COMPLETED','CANCELLED','NO_SHOW') NOT NULL DEFAULT 'SCHEDULED',
  `booking_notes` text DEFAULT NULL,
  `cancellation_reason` text DEFAULT NULL,
  `cancelled_at` timestamp NULL DEFAULT NULL,
  `cancelled_by` int(11) DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `room_id` int(11) NOT NULL,
  `bed_id` int(11) DEFAULT NULL,
  `is_active_slot` tinyint(4) GENERATED ALWAYS AS (if(`booking_status` in ('SCHEDULED','CONFIRMED','IN_PROGRESS'),1,NULL)) VIRTUAL,
  PRIMARY KEY (`booking_id`),
  UNIQUE KEY `uq_therapist_active_start` (`therapist_user_id`,`appointment_date`,`appointment_time`,`is_active_slot`),
  UNIQUE KEY `uq_bed_active_start` (`bed_id`,`appointment_date`,`appointment_time`,`is_active_slot`),
  KEY `idx_appointment_datetime` (`appointment_date`,`appointment_time`),
  KEY `idx_therapist_schedule` (`therapist_user_id`,`appointment_date`,`appointment_time`),
  KEY `idx_customer_bookings` (`customer_id`,`appointment_date`),
  KEY `payment_item_id` (`payment_item_id`),
  KEY `service_id` (`service_id`),
  KEY `cancelled_by` (`cancelled_by`),
  KEY `room_id` (`room_id`),
  CONSTRAINT `bookings_ibfk_1` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`customer_id`) ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_2` FOREIGN KEY (`payment_item_id`) REFERENCES `payment_items` (`payment_item_id`) ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_3` FOREIGN KEY (`service_id`) REFERENCES `services` (`service_id`) ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_4` FOREIGN KEY (`therapist_user_id`) REFERENCES `users` (`user_id`) ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_5` FOREIGN KEY (`cancelled_by`) REFERENCES `users` (`user_id`) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_6` FOREIGN KEY (`room_id`) REFERENCES `rooms` (`room_id`) ON UPDATE CASCADE,
  CONSTRAINT `bookings_ibfk_7` FOREIGN KEY (`bed_id`) REFERENCES `beds` (`bed_id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `bookings` VALUES
(1,5,1,1,4,'2026-12-01','10:00:00',60,'CONFIRMED',NULL,NULL,NULL,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:25',1,1,1),
(2,6,2,1,4,'2026-12-01','11:30:00',60,'SCHEDULED','by the door',NULL,NULL,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:25',1,2,1),
(3,5,1,1,4,'2026-12-01','14:00:00',60,'CANCELLED',NULL,'ill','2026-11-27 01:41:25',2,'2026-11-27 01:41:24','2026-11-27 01:41:25',1,1,NULL),
(4,5,1,1,4,'2026-12-01','16:00:00',60,'SCHEDULED',NULL,NULL,NULL,NULL,'2026-11-27 01:41:25','2026-11-27 01:41:25',1,2,1);
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_booking_created AFTER INSERT ON bookings FOR EACH ROW
BEGIN
  DECLARE new_version BIGINT;
  INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (NEW.booking_id, 1, 0, CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0'))))
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = 0,
        fingerprint = CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0')));
    SELECT version INTO new_version FROM frontdesk_versions
      WHERE booking_id = NEW.booking_id;
    INSERT INTO frontdesk_facts (booking_id) VALUES (NEW.booking_id)
      ON DUPLICATE KEY UPDATE started_at = NULL, ended_at = NULL;
    INSERT INTO frontdesk_outbox
      (kind, booking_id, version, new_status, customer_id, therapist_id, date,
       by_kind, by_number, by_name, at)
      VALUES ('CREATED', NEW.booking_id, new_version, LEFT(NEW.booking_status, 32),
        NEW.customer_id, NEW.therapist_user_id, LEFT(NEW.appointment_date, 32),
        @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    IF NOT (COALESCE(@frontdesk_is_silent, 0) <> 0) THEN
      INSERT INTO frontdesk_changes
        (booking_id, kind, new_status, reason, by_kind, by_number, by_name, at)
        VALUES (NEW.booking_id, 'CREATED', LEFT(NEW.booking_status, 32), @frontdesk_reason,
          @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_booking_updated AFTER UPDATE ON bookings FOR EACH ROW
BEGIN
  DECLARE new_version BIGINT;
  IF NEW.booking_id <> OLD.booking_id THEN
    INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (OLD.booking_id, 1, 1, 0)
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = 1,
        fingerprint = 0;
    SELECT version INTO new_version FROM frontdesk_versions
      WHERE booking_id = OLD.booking_id;
    INSERT INTO frontdesk_outbox
      (kind, booking_id, version, old_status, customer_id, therapist_id, former_therapist_id,
       date, former_date, by_kind, by_number, by_name, at)
      VALUES ('GONE', OLD.booking_id, new_version, LEFT(OLD.booking_status, 32),
        OLD.customer_id, OLD.therapist_user_id, OLD.therapist_user_id,
        LEFT(OLD.appointment_date, 32), LEFT(OLD.appointment_date, 32), @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (NEW.booking_id, 1, 0, CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0'))))
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = 0,
        fingerprint = CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0')));
    SELECT version INTO new_version FROM frontdesk_versions
      WHERE booking_id = NEW.booking_id;
    INSERT INTO frontdesk_facts (booking_id) VALUES (NEW.booking_id)
      ON DUPLICATE KEY UPDATE started_at = NULL, ended_at = NULL;
    INSERT INTO frontdesk_outbox
      (kind, booking_id, version, new_status, customer_id, therapist_id, date,
       by_kind, by_number, by_name, at)
      VALUES ('CREATED', NEW.booking_id, new_version, LEFT(NEW.booking_status, 32),
        NEW.customer_id, NEW.therapist_user_id, LEFT(NEW.appointment_date, 32),
        @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    IF NOT (COALESCE(@frontdesk_is_silent, 0) <> 0) THEN
      INSERT INTO frontdesk_changes
        (booking_id, kind, new_status, reason, by_kind, by_number, by_name, at)
        VALUES (NEW.booking_id, 'CREATED', LEFT(NEW.booking_status, 32), @frontdesk_reason,
          @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    END IF;
  ELSEIF NOT (CAST(NEW.customer_id AS BINARY) <=> CAST(OLD.customer_id AS BINARY))
      OR NOT (CAST(NEW.payment_item_id AS BINARY) <=> CAST(OLD.payment_item_id AS BINARY))
      OR NOT (CAST(NEW.service_id AS BINARY) <=> CAST(OLD.service_id AS BINARY))
      OR NOT (CAST(NEW.therapist_user_id AS BINARY) <=> CAST(OLD.therapist_user_id AS BINARY))
      OR NOT (CAST(NEW.appointment_date AS BINARY) <=> CAST(OLD.appointment_date AS BINARY))
      OR NOT (CAST(NEW.appointment_time AS BINARY) <=> CAST(OLD.appointment_time AS BINARY))
      OR NOT (CAST(NEW.duration_minutes AS BINARY) <=> CAST(OLD.duration_minutes AS BINARY))
      OR NOT (CAST(NEW.booking_status AS BINARY) <=> CAST(OLD.booking_status AS BINARY))
      OR NOT (CAST(NEW.booking_notes AS BINARY) <=> CAST(OLD.booking_notes AS BINARY))
      OR NOT (CAST(NEW.cancellation_reason AS BINARY) <=> CAST(OLD.cancellation_reason AS BINARY))
      OR NOT (CAST(NEW.cancelled_by AS BINARY) <=> CAST(OLD.cancelled_by AS BINARY))
      OR NOT (CAST(NEW.room_id AS BINARY) <=> CAST(OLD.room_id AS BINARY))
      OR NOT (CAST(NEW.bed_id AS BINARY) <=> CAST(OLD.bed_id AS BINARY)) THEN
    INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (NEW.booking_id, 1, 0, CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0'))))
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = 0,
        fingerprint = CRC32(CONCAT_WS('|', IFNULL(CAST(NEW.customer_id AS BINARY), '\0'), IFNULL(CAST(NEW.payment_item_id AS BINARY), '\0'), IFNULL(CAST(NEW.service_id AS BINARY), '\0'), IFNULL(CAST(NEW.therapist_user_id AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_date AS BINARY), '\0'), IFNULL(CAST(NEW.appointment_time AS BINARY), '\0'), IFNULL(CAST(NEW.duration_minutes AS BINARY), '\0'), IFNULL(CAST(NEW.booking_status AS BINARY), '\0'), IFNULL(CAST(NEW.booking_notes AS BINARY), '\0'), IFNULL(CAST(NEW.cancellation_reason AS BINARY), '\0'), IFNULL(CAST(NEW.cancelled_by AS BINARY), '\0'), IFNULL(CAST(NEW.room_id AS BINARY), '\0'), IFNULL(CAST(NEW.bed_id AS BINARY), '\0')));
    SELECT version INTO new_version FROM frontdesk_versions
      WHERE booking_id = NEW.booking_id;
      INSERT INTO frontdesk_outbox
        (kind, booking_id, version, old_status, new_status, customer_id, therapist_id,
         former_therapist_id, date, former_date, by_kind, by_number, by_name, at)
        VALUES (IF(NEW.booking_status <=> OLD.booking_status, 'UPDATED', 'STATUS'),
          NEW.booking_id, new_version, LEFT(OLD.booking_status, 32),
          LEFT(NEW.booking_status, 32), NEW.customer_id, NEW.therapist_user_id,
          OLD.therapist_user_id, LEFT(NEW.appointment_date, 32),
          LEFT(OLD.appointment_date, 32), @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      IF NOT (COALESCE(@frontdesk_is_silent, 0) <> 0) THEN
        IF NOT (CAST(NEW.booking_notes AS BINARY) <=> CAST(OLD.booking_notes AS BINARY)) THEN
          INSERT INTO frontdesk_changes
            (booking_id, kind, old_notes, reason, by_kind, by_number, by_name, at)
            VALUES (NEW.booking_id, 'NOTES', LEFT(OLD.booking_notes, 4000),
              @frontdesk_reason, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
        END IF;
        IF NOT (CAST(NEW.therapist_user_id AS BINARY) <=> CAST(OLD.therapist_user_id AS BINARY))
      OR NOT (CAST(NEW.appointment_date AS BINARY) <=> CAST(OLD.appointment_date AS BINARY))
      OR NOT (CAST(NEW.appointment_time AS BINARY) <=> CAST(OLD.appointment_time AS BINARY))
      OR NOT (CAST(NEW.duration_minutes AS BINARY) <=> CAST(OLD.duration_minutes AS BINARY))
      OR NOT (CAST(NEW.room_id AS BINARY) <=> CAST(OLD.room_id AS BINARY))
      OR NOT (CAST(NEW.bed_id AS BINARY) <=> CAST(OLD.bed_id AS BINARY)) THEN
          INSERT INTO frontdesk_changes
            (booking_id, kind, old_therapist_id, old_date, old_time, old_duration_minutes,
             old_room_id, old_bed_id, reason, by_kind, by_number, by_name, at)
            VALUES (NEW.booking_id, 'MOVED', OLD.therapist_user_id,
              LEFT(OLD.appointment_date, 32), LEFT(OLD.appointment_time, 32),
              OLD.duration_minutes, OLD.room_id, OLD.bed_id, @frontdesk_reason,
              @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
        END IF;
        IF NOT (NEW.booking_status <=> OLD.booking_status) THEN
          INSERT INTO frontdesk_changes
            (booking_id, kind, old_status, new_status, reason, by_kind, by_number, by_name, at)
            VALUES (NEW.booking_id, 'STATUS', LEFT(OLD.booking_status, 32),
              LEFT(NEW.booking_status, 32), @frontdesk_reason, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
        END IF;
      END IF;
      IF @frontdesk_kind IS NULL AND NOT (NEW.booking_status <=> OLD.booking_status) THEN
        UPDATE frontdesk_facts SET
              started_at = CASE NEW.booking_status
                WHEN 'IN_PROGRESS' THEN COALESCE(started_at, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000))
                WHEN 'COMPLETED' THEN started_at END,
              ended_at = CASE NEW.booking_status
                WHEN 'COMPLETED' THEN COALESCE(ended_at, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000)) END
            WHERE booking_id = NEW.booking_id;
      END IF;
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_booking_deleted AFTER DELETE ON bookings FOR EACH ROW
BEGIN
  DECLARE new_version BIGINT;
  INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (OLD.booking_id, 1, 1, 0)
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = 1,
        fingerprint = 0;
    SELECT version INTO new_version FROM frontdesk_versions
      WHERE booking_id = OLD.booking_id;
    INSERT INTO frontdesk_outbox
      (kind, booking_id, version, old_status, customer_id, therapist_id, former_therapist_id,
       date, former_date, by_kind, by_number, by_name, at)
      VALUES ('GONE', OLD.booking_id, new_version, LEFT(OLD.booking_status, 32),
        OLD.customer_id, OLD.therapist_user_id, OLD.therapist_user_id,
        LEFT(OLD.appointment_date, 32), LEFT(OLD.appointment_date, 32), @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `business_hours`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `business_hours` (
  `business_hour_id` int(11) NOT NULL AUTO_INCREMENT,
  `day_of_week` enum('MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY') NOT NULL,
  `open_time` time DEFAULT NULL,
  `close_time` time DEFAULT NULL,
  `is_closed` tinyint(1) NOT NULL DEFAULT 0,
  `notes` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`business_hour_id`),
  UNIQUE KEY `day_of_week` (`day_of_week`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `business_hours` VALUES
(1,'MONDAY','09:00:00','21:00:00',0,NULL),
(2,'TUESDAY','09:00:00','21:00:00',0,NULL);
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_hours_created AFTER INSERT ON business_hours FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('HOURS', NULL, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_hours_updated AFTER UPDATE ON business_hours FOR EACH ROW
BEGIN
  IF NOT (CAST(NEW.day_of_week AS BINARY) <=> CAST(OLD.day_of_week AS BINARY))
      OR NOT (CAST(NEW.open_time AS BINARY) <=> CAST(OLD.open_time AS BINARY))
      OR NOT (CAST(NEW.close_time AS BINARY) <=> CAST(OLD.close_time AS BINARY))
      OR NOT (CAST(NEW.is_closed AS BINARY) <=> CAST(OLD.is_closed AS BINARY)) THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('HOURS', NULL, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_hours_deleted AFTER DELETE ON business_hours FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('HOURS', NULL, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `checkins`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `checkins` (
  `checkin_id` int(11) NOT NULL AUTO_INCREMENT,
  `appointment_id` int(11) NOT NULL,
  `customer_id` int(11) NOT NULL,
  `checkin_time` timestamp NOT NULL DEFAULT current_timestamp(),
  `status` enum('SUCCESS','FAILED','PENDING') NOT NULL DEFAULT 'SUCCESS',
  `notes` text DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`checkin_id`),
  KEY `idx_appointment_id` (`appointment_id`),
  KEY `customer_id` (`customer_id`),
  CONSTRAINT `checkins_ibfk_1` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`customer_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_checkin_created AFTER INSERT ON checkins FOR EACH ROW
BEGIN
  IF NEW.status = 'SUCCESS' AND NOT (COALESCE(@frontdesk_is_arrival_implied, 0) <> 0) THEN
    INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
        VALUES ('TOUCHED', NEW.appointment_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    IF NOT (COALESCE(@frontdesk_is_silent, 0) <> 0) THEN
      INSERT INTO frontdesk_changes (booking_id, kind, by_kind, by_number, by_name, at)
        VALUES (NEW.appointment_id, 'ARRIVAL', @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    END IF;
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_checkin_updated AFTER UPDATE ON checkins FOR EACH ROW
BEGIN
  IF (NOT (CAST(NEW.status AS BINARY) <=> CAST(OLD.status AS BINARY))
      OR NOT (CAST(NEW.checkin_time AS BINARY) <=> CAST(OLD.checkin_time AS BINARY))
      OR NOT (CAST(NEW.appointment_id AS BINARY) <=> CAST(OLD.appointment_id AS BINARY)))
      AND NOT (COALESCE(@frontdesk_is_arrival_implied, 0) <> 0) THEN
    INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
        VALUES ('TOUCHED', NEW.appointment_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    IF NEW.appointment_id <> OLD.appointment_id THEN
      INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
        VALUES ('TOUCHED', OLD.appointment_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
    END IF;
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_checkin_deleted AFTER DELETE ON checkins FOR EACH ROW
BEGIN
  IF OLD.status = 'SUCCESS' AND NOT (COALESCE(@frontdesk_is_arrival_implied, 0) <> 0) THEN
    INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
        VALUES ('UNARRIVED', OLD.appointment_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `customers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `customers` (
  `customer_id` int(11) NOT NULL AUTO_INCREMENT,
  `full_name` varchar(100) NOT NULL,
  `email` varchar(255) DEFAULT NULL,
  `phone_number` varchar(20) NOT NULL,
  `hash_password` varchar(255) DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT 1,
  `gender` enum('MALE','FEMALE','OTHER','UNKNOWN') DEFAULT 'UNKNOWN',
  `birthday` date DEFAULT NULL,
  `address` text DEFAULT NULL,
  `loyalty_points` int(11) DEFAULT 0,
  `notes` text DEFAULT NULL,
  `role_id` int(11) DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `avatar_url` varchar(255) DEFAULT NULL,
  `is_verified` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`customer_id`),
  UNIQUE KEY `phone_number` (`phone_number`),
  UNIQUE KEY `email` (`email`),
  KEY `role_id` (`role_id`),
  CONSTRAINT `customers_ibfk_1` FOREIGN KEY (`role_id`) REFERENCES `roles` (`role_id`) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `customers` VALUES
(5,'An','an@mail.vn','0901',NULL,1,'UNKNOWN',NULL,NULL,0,'ALLERGY: peanut oil',NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24',NULL,0),
(6,'Binh','both@spa.vn','0902',NULL,1,'UNKNOWN',NULL,NULL,0,NULL,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24',NULL,0);
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_customer_created AFTER INSERT ON customers FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, customer_id, by_kind, by_number, by_name, at)
          VALUES ('CUSTOMER', NEW.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_guest_updated AFTER UPDATE ON customers FOR EACH ROW
BEGIN
  IF NOT (CAST(NEW.full_name AS BINARY) <=> CAST(OLD.full_name AS BINARY))
      OR NOT (CAST(NEW.phone_number AS BINARY) <=> CAST(OLD.phone_number AS BINARY))
      OR NOT (CAST(NEW.notes AS BINARY) <=> CAST(OLD.notes AS BINARY)) THEN
        INSERT INTO frontdesk_outbox (kind, customer_id, by_kind, by_number, by_name, at)
          VALUES ('GUEST', NEW.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
  IF NOT (CAST(NEW.full_name AS BINARY) <=> CAST(OLD.full_name AS BINARY))
      OR NOT (CAST(NEW.phone_number AS BINARY) <=> CAST(OLD.phone_number AS BINARY))
      OR NOT (CAST(NEW.email AS BINARY) <=> CAST(OLD.email AS BINARY)) THEN
        INSERT INTO frontdesk_outbox (kind, customer_id, by_kind, by_number, by_name, at)
          VALUES ('CUSTOMER', NEW.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_customer_deleted AFTER DELETE ON customers FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, customer_id, by_kind, by_number, by_name, at)
          VALUES ('CUSTOMER', OLD.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `frontdesk_blocks`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_blocks` (
  `block_id` bigint(20) NOT NULL AUTO_INCREMENT,
  `therapist_id` bigint(20) NOT NULL,
  `date` date NOT NULL,
  `time` time NOT NULL,
  `duration_minutes` int(11) NOT NULL,
  `reason` varchar(200) NOT NULL,
  `by_kind` varchar(16) NOT NULL,
  `by_number` bigint(20) NOT NULL,
  `by_name` varchar(200) NOT NULL,
  `at` bigint(20) NOT NULL,
  PRIMARY KEY (`block_id`),
  KEY `frontdesk_idx_day_blocks` (`date`,`therapist_id`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_blocks` VALUES
(1,5,'2026-12-01','13:00:00',30,'lunch','USER',2,'Lan',1795743685250);
DROP TABLE IF EXISTS `frontdesk_changes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_changes` (
  `change_id` bigint(20) NOT NULL AUTO_INCREMENT,
  `booking_id` bigint(20) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `old_status` varchar(32) DEFAULT NULL,
  `new_status` varchar(32) DEFAULT NULL,
  `old_therapist_id` bigint(20) DEFAULT NULL,
  `old_date` varchar(32) DEFAULT NULL,
  `old_time` varchar(32) DEFAULT NULL,
  `old_duration_minutes` bigint(20) DEFAULT NULL,
  `old_room_id` bigint(20) DEFAULT NULL,
  `old_bed_id` bigint(20) DEFAULT NULL,
  `old_notes` text DEFAULT NULL,
  `reason` text DEFAULT NULL,
  `by_kind` varchar(16) DEFAULT NULL,
  `by_number` bigint(20) DEFAULT NULL,
  `by_name` varchar(200) DEFAULT NULL,
  `at` bigint(20) NOT NULL,
  `undone_at` bigint(20) DEFAULT NULL,
  `undone_by_name` varchar(200) DEFAULT NULL,
  PRIMARY KEY (`change_id`),
  KEY `frontdesk_idx_booking_changes` (`booking_id`,`change_id`)
) ENGINE=InnoDB AUTO_INCREMENT=11 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_changes` VALUES
(1,1,'CREATED',NULL,'SCHEDULED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684781,NULL,NULL),
(2,2,'CREATED',NULL,'SCHEDULED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684781,NULL,NULL),
(3,3,'CREATED',NULL,'CONFIRMED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684781,NULL,NULL),
(4,2,'NOTES',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684782,NULL,NULL),
(5,1,'STATUS','SCHEDULED','CONFIRMED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'USER',2,'Lan',1795743685014,NULL,NULL),
(6,3,'STATUS','CONFIRMED','CANCELLED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ill','USER',2,'Lan',1795743685044,1795743685069,'Lan'),
(7,3,'STATUS','SCHEDULED','CANCELLED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ill','USER',2,'Lan',1795743685110,NULL,NULL),
(8,2,'MOVED',NULL,NULL,5,'2026-12-01','10:30:00',60,1,2,NULL,NULL,'USER',2,'Lan',1795743685158,NULL,NULL),
(9,2,'NOTES',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'by the window',NULL,'USER',2,'Lan',1795743685187,NULL,NULL),
(10,4,'CREATED',NULL,'SCHEDULED',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'USER',2,'Lan',1795743685215,NULL,NULL);
DROP TABLE IF EXISTS `frontdesk_claims`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_claims` (
  `claim` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `claimed_at` bigint(20) NOT NULL,
  PRIMARY KEY (`claim`),
  KEY `frontdesk_idx_claim_age` (`claimed_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_claims` VALUES
('bed 1 2026-12-01',1795743685000),
('bed 2 2026-12-01',1795743685000),
('customer 5',1795743685000),
('day 2026-12-01',1795743685000),
('item 1',1795743685000),
('item 2',1795743685000),
('therapist 4 2026-12-01',1795743685000),
('therapist 5 2026-12-01',1795743685000);
DROP TABLE IF EXISTS `frontdesk_events`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_events` (
  `seq` bigint(20) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `booking_id` bigint(20) DEFAULT NULL,
  `version` bigint(20) NOT NULL DEFAULT 0,
  `old_status` varchar(32) DEFAULT NULL,
  `new_status` varchar(32) DEFAULT NULL,
  `customer_id` bigint(20) DEFAULT NULL,
  `therapist_id` bigint(20) DEFAULT NULL,
  `former_therapist_id` bigint(20) DEFAULT NULL,
  `date` varchar(32) DEFAULT NULL,
  `former_date` varchar(32) DEFAULT NULL,
  `payment_id` bigint(20) DEFAULT NULL,
  `by_kind` varchar(16) DEFAULT NULL,
  `by_number` bigint(20) DEFAULT NULL,
  `by_name` varchar(200) DEFAULT NULL,
  `at` bigint(20) NOT NULL,
  PRIMARY KEY (`seq`),
  KEY `frontdesk_idx_booking_events` (`booking_id`,`seq`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_events` VALUES
(1,'CUSTOMER',NULL,0,NULL,NULL,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684777),
(2,'CUSTOMER',NULL,0,NULL,NULL,6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684777),
(3,'SCHEDULE',NULL,0,NULL,NULL,NULL,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(4,'SCHEDULE',NULL,0,NULL,NULL,NULL,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(5,'SCHEDULE',NULL,0,NULL,NULL,NULL,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(6,'SCHEDULE',NULL,0,NULL,NULL,NULL,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(7,'SCHEDULE',NULL,0,NULL,NULL,NULL,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(8,'SCHEDULE',NULL,0,NULL,NULL,NULL,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795743684780),
(9,'PAYMENT',NULL,0,NULL,NULL,5,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,1795743684781),
(10,'PAYMENT',NULL,0,NULL,NULL,6,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,1795743684781),
(11,'CREATED',1,1,NULL,'SCHEDULED',5,4,NULL,'2026-12-01',NULL,NULL,NULL,NULL,NULL,1795743684781),
(12,'CREATED',2,1,NULL,'SCHEDULED',6,5,NULL,'2026-12-01',NULL,NULL,NULL,NULL,NULL,1795743684781),
(13,'CREATED',3,1,NULL,'CONFIRMED',5,4,NULL,'2026-12-01',NULL,NULL,NULL,NULL,NULL,1795743684781),
(14,'UPDATED',2,2,'SCHEDULED','SCHEDULED',6,5,5,'2026-12-01','2026-12-01',NULL,NULL,NULL,NULL,1795743684782),
(15,'STATUS',1,2,'SCHEDULED','CONFIRMED',5,4,4,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685014),
(16,'STATUS',3,2,'CONFIRMED','CANCELLED',5,4,4,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685044),
(17,'STATUS',3,3,'CANCELLED','SCHEDULED',5,4,4,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685069),
(18,'STATUS',3,4,'SCHEDULED','CANCELLED',5,4,4,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685110),
(19,'UPDATED',2,3,'SCHEDULED','SCHEDULED',6,4,5,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685158),
(20,'UPDATED',2,4,'SCHEDULED','SCHEDULED',6,4,4,'2026-12-01','2026-12-01',NULL,'USER',2,'Lan',1795743685187),
(21,'CREATED',4,1,NULL,'SCHEDULED',5,4,NULL,'2026-12-01',NULL,NULL,'USER',2,'Lan',1795743685215),
(22,'BLOCKS',NULL,0,NULL,NULL,NULL,5,NULL,'2026-12-01',NULL,NULL,'USER',2,'Lan',1795743685250),
(23,'WAITING',NULL,0,NULL,NULL,NULL,NULL,NULL,'2026-12-01',NULL,NULL,'USER',2,'Lan',1795743685274);
DROP TABLE IF EXISTS `frontdesk_facts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_facts` (
  `booking_id` bigint(20) NOT NULL,
  `started_at` bigint(20) DEFAULT NULL,
  `ended_at` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`booking_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_facts` VALUES
(1,NULL,NULL),
(2,NULL,NULL),
(3,NULL,NULL),
(4,NULL,NULL);
DROP TABLE IF EXISTS `frontdesk_log`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_log` (
  `id` tinyint(4) NOT NULL,
  `epoch` varchar(32) NOT NULL,
  `last_seq` bigint(20) NOT NULL,
  `lease_holder` varchar(36) DEFAULT NULL,
  `lease_until` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_log` VALUES
(1,'c43921f9917d0e88',23,'2A167DA6-C689-4396-9D9A-4675626C07D6',1795743686869);
DROP TABLE IF EXISTS `frontdesk_outbox`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_outbox` (
  `outbox_id` bigint(20) NOT NULL AUTO_INCREMENT,
  `kind` varchar(16) NOT NULL,
  `booking_id` bigint(20) DEFAULT NULL,
  `version` bigint(20) NOT NULL DEFAULT 0,
  `old_status` varchar(32) DEFAULT NULL,
  `new_status` varchar(32) DEFAULT NULL,
  `customer_id` bigint(20) DEFAULT NULL,
  `therapist_id` bigint(20) DEFAULT NULL,
  `former_therapist_id` bigint(20) DEFAULT NULL,
  `date` varchar(32) DEFAULT NULL,
  `former_date` varchar(32) DEFAULT NULL,
  `payment_id` bigint(20) DEFAULT NULL,
  `by_kind` varchar(16) DEFAULT NULL,
  `by_number` bigint(20) DEFAULT NULL,
  `by_name` varchar(200) DEFAULT NULL,
  `at` bigint(20) NOT NULL,
  PRIMARY KEY (`outbox_id`),
  KEY `frontdesk_idx_outbox_booking` (`booking_id`)
) ENGINE=InnoDB AUTO_INCREMENT=20 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

DROP TABLE IF EXISTS `frontdesk_requests`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_requests` (
  `request_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `person_kind` varchar(16) NOT NULL,
  `person_number` bigint(20) NOT NULL,
  `booking_id` bigint(20) DEFAULT NULL,
  `what` varchar(64) NOT NULL,
  `answered_at` bigint(20) NOT NULL,
  `seq` bigint(20) DEFAULT NULL,
  `version` bigint(20) DEFAULT NULL,
  `refusal` varchar(64) DEFAULT NULL,
  `sentence` text DEFAULT NULL,
  `alternatives` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`request_id`),
  KEY `frontdesk_idx_request_age` (`answered_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_requests` VALUES
('00000002-0000-4000-8000-000000000001','USER',2,1,'CONFIRMED 1',1795743685014,15,2,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000002','USER',2,3,'CANCELLED 3',1795743685044,16,2,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000003','USER',2,3,'UNDO 3',1795743685069,17,3,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000004','USER',2,3,'CANCELLED 3',1795743685110,18,4,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000005','USER',2,1,'COMPLETED 1',1795743685140,NULL,NULL,'notInProgress','This booking has not been started; start it first.',''),
('00000002-0000-4000-8000-000000000006','USER',2,2,'MOVE 5e6463091cae9243 2',1795743685158,19,3,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000007','USER',2,2,'NOTES b145a73d394e92c1 2',1795743685187,20,4,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000008','USER',2,4,'BOOK ea60b94602868413',1795743685215,21,1,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000009','USER',2,NULL,'BLOCK 5 2026-12-01 13:00:00 30',1795743685250,22,0,NULL,NULL,NULL),
('00000002-0000-4000-8000-000000000010','USER',2,NULL,'WAIT 6 1 2026-12-01 09:00:00 12:00:00',1795743685274,23,0,NULL,NULL,NULL);
DROP TABLE IF EXISTS `frontdesk_sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_sessions` (
  `token_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `person_kind` varchar(16) NOT NULL,
  `person_number` bigint(20) NOT NULL,
  `role` varchar(32) NOT NULL,
  `name` varchar(200) NOT NULL,
  `expires_at` bigint(20) NOT NULL,
  PRIMARY KEY (`token_hash`),
  KEY `frontdesk_idx_session_expiry` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_sessions` VALUES
('fd2df7a4ea4b1d2a2ea51c54296e7aa9dab54a5704a24bf3039ebff0a92095ca','USER',2,'RECEPTIONIST','Lan',1795786884999);
DROP TABLE IF EXISTS `frontdesk_settings`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_settings` (
  `id` tinyint(4) NOT NULL,
  `layout` int(11) NOT NULL,
  `zone_name` varchar(64) DEFAULT NULL,
  `repaired` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_settings` VALUES
(1,2,NULL,0);
DROP TABLE IF EXISTS `frontdesk_versions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_versions` (
  `booking_id` bigint(20) NOT NULL,
  `version` bigint(20) NOT NULL,
  `is_gone` tinyint(4) NOT NULL DEFAULT 0,
  `fingerprint` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`booking_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_versions` VALUES
(1,2,0,666147919),
(2,4,0,3336829606),
(3,4,0,4241923741),
(4,1,0,4075669366);
DROP TABLE IF EXISTS `frontdesk_waiting`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `frontdesk_waiting` (
  `waiting_id` bigint(20) NOT NULL AUTO_INCREMENT,
  `customer_id` bigint(20) NOT NULL,
  `service_id` bigint(20) NOT NULL,
  `therapist_id` bigint(20) DEFAULT NULL,
  `date` date NOT NULL,
  `from_time` time NOT NULL,
  `until_time` time NOT NULL,
  `note` varchar(200) NOT NULL,
  `by_kind` varchar(16) NOT NULL,
  `by_number` bigint(20) NOT NULL,
  `by_name` varchar(200) NOT NULL,
  `at` bigint(20) NOT NULL,
  PRIMARY KEY (`waiting_id`),
  KEY `frontdesk_idx_day_waiting` (`date`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `frontdesk_waiting` VALUES
(1,6,1,NULL,'2026-12-01','09:00:00','12:00:00','','USER',2,'Lan',1795743685274);
DROP TABLE IF EXISTS `payment_item_usage`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_item_usage` (
  `usage_id` int(11) NOT NULL AUTO_INCREMENT,
  `payment_item_id` int(11) NOT NULL,
  `total_quantity` int(11) NOT NULL CHECK (`total_quantity` > 0),
  `booked_quantity` int(11) NOT NULL DEFAULT 0,
  `remaining_quantity` int(11) GENERATED ALWAYS AS (`total_quantity` - `booked_quantity`) STORED,
  `last_updated` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`usage_id`),
  UNIQUE KEY `payment_item_id` (`payment_item_id`),
  CONSTRAINT `payment_item_usage_ibfk_1` FOREIGN KEY (`payment_item_id`) REFERENCES `payment_items` (`payment_item_id`) ON DELETE CASCADE,
  CONSTRAINT `chk_booked` CHECK (`booked_quantity` >= 0 and `booked_quantity` <= `total_quantity`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `payment_item_usage` VALUES
(1,1,3,2,1,'2026-11-27 01:41:25'),
(2,2,1,1,0,'2026-11-27 01:41:24');
DROP TABLE IF EXISTS `payment_items`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `payment_items` (
  `payment_item_id` int(11) NOT NULL AUTO_INCREMENT,
  `payment_id` int(11) NOT NULL,
  `service_id` int(11) NOT NULL,
  `quantity` int(11) NOT NULL DEFAULT 1 CHECK (`quantity` > 0),
  `unit_price` decimal(10,2) NOT NULL CHECK (`unit_price` > 0),
  `total_price` decimal(10,2) NOT NULL CHECK (`total_price` > 0),
  `service_duration` int(11) NOT NULL CHECK (`service_duration` > 0),
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`payment_item_id`),
  KEY `payment_id` (`payment_id`),
  KEY `service_id` (`service_id`),
  CONSTRAINT `payment_items_ibfk_1` FOREIGN KEY (`payment_id`) REFERENCES `payments` (`payment_id`) ON DELETE CASCADE,
  CONSTRAINT `payment_items_ibfk_2` FOREIGN KEY (`service_id`) REFERENCES `services` (`service_id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `payment_items` VALUES
(1,1,1,3,500000.00,1500000.00,60,'2026-11-27 01:41:24'),
(2,2,1,1,500000.00,500000.00,60,'2026-11-27 01:41:24');
DROP TABLE IF EXISTS `payments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `payments` (
  `payment_id` int(11) NOT NULL AUTO_INCREMENT,
  `customer_id` int(11) NOT NULL,
  `total_amount` decimal(15,2) NOT NULL,
  `tax_amount` decimal(15,2) NOT NULL DEFAULT 0.00,
  `subtotal_amount` decimal(15,2) NOT NULL,
  `payment_method` enum('BANK_TRANSFER','CREDIT_CARD','VNPAY','MOMO','ZALOPAY','CASH') NOT NULL,
  `payment_status` enum('PENDING','PAID','REFUNDED','FAILED') NOT NULL DEFAULT 'PENDING',
  `reference_number` varchar(50) NOT NULL,
  `transaction_date` timestamp NULL DEFAULT current_timestamp(),
  `payment_date` timestamp NULL DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`payment_id`),
  UNIQUE KEY `reference_number` (`reference_number`),
  KEY `idx_customer_payment` (`customer_id`,`payment_date`),
  CONSTRAINT `payments_ibfk_1` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`customer_id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `payments` VALUES
(1,5,1500000.00,0.00,1500000.00,'CASH','PAID','R1','2026-11-27 01:41:24',NULL,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24'),
(2,6,500000.00,0.00,500000.00,'CASH','PAID','R2','2026-11-27 01:41:24',NULL,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24');
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_payment_created AFTER INSERT ON payments FOR EACH ROW
BEGIN
  IF NEW.payment_status = 'PAID' THEN
    INSERT INTO frontdesk_outbox
      (kind, payment_id, customer_id, by_kind, by_number, by_name, at)
      VALUES ('PAYMENT', NEW.payment_id, NEW.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_payment_updated AFTER UPDATE ON payments FOR EACH ROW
BEGIN
  IF NEW.payment_status = 'PAID' AND NOT (OLD.payment_status <=> 'PAID') THEN
    INSERT INTO frontdesk_outbox
      (kind, payment_id, customer_id, by_kind, by_number, by_name, at)
      VALUES ('PAYMENT', NEW.payment_id, NEW.customer_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `roles`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `roles` (
  `role_id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(50) NOT NULL,
  `display_name` varchar(100) NOT NULL,
  `description` text DEFAULT NULL,
  PRIMARY KEY (`role_id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=8 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `roles` VALUES
(1,'ADMIN','Administrator',NULL),
(2,'MANAGER','Manager',NULL),
(3,'THERAPIST','Therapist',NULL),
(4,'RECEPTIONIST','Receptionist',NULL),
(5,'CUSTOMER','Customer',NULL),
(6,'MARKETING','Marketing',NULL),
(7,'INVENTORY_MANAGER','Inventory manager',NULL);
DROP TABLE IF EXISTS `rooms`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `rooms` (
  `room_id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(50) NOT NULL,
  `description` text DEFAULT NULL,
  `capacity` int(11) NOT NULL DEFAULT 1,
  `is_active` tinyint(1) NOT NULL DEFAULT 1,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`room_id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `rooms` VALUES
(1,'Lotus',NULL,2,1,'2026-11-27 01:41:24','2026-11-27 01:41:24');
DROP TABLE IF EXISTS `service_types`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `service_types` (
  `service_type_id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(200) NOT NULL,
  `description` text DEFAULT NULL,
  `image_url` varchar(255) DEFAULT NULL,
  `is_active` tinyint(1) DEFAULT 1,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`service_type_id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `service_types` VALUES
(1,'Massage',NULL,NULL,1,'2026-11-27 01:41:24','2026-11-27 01:41:24');
DROP TABLE IF EXISTS `services`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `services` (
  `service_id` int(11) NOT NULL AUTO_INCREMENT,
  `service_type_id` int(11) NOT NULL,
  `name` varchar(200) NOT NULL,
  `description` text DEFAULT NULL,
  `price` decimal(12,2) NOT NULL,
  `duration_minutes` int(11) NOT NULL,
  `buffer_time_after_minutes` int(11) DEFAULT 0,
  `image_url` varchar(255) DEFAULT NULL,
  `is_active` tinyint(1) DEFAULT 1,
  `average_rating` decimal(3,2) DEFAULT 0.00,
  `bookable_online` tinyint(1) DEFAULT 1,
  `requires_consultation` tinyint(1) DEFAULT 0,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`service_id`),
  KEY `service_type_id` (`service_type_id`),
  CONSTRAINT `services_ibfk_1` FOREIGN KEY (`service_type_id`) REFERENCES `service_types` (`service_type_id`) ON UPDATE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `services` VALUES
(1,1,'Massage 60',NULL,500000.00,60,15,NULL,1,0.00,1,0,'2026-11-27 01:41:24','2026-11-27 01:41:24');
DROP TABLE IF EXISTS `spa_information`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `spa_information` (
  `spa_id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(255) NOT NULL,
  `address_line1` varchar(255) NOT NULL,
  `address_line2` varchar(255) DEFAULT NULL,
  `city` varchar(100) NOT NULL,
  `postal_code` varchar(20) DEFAULT NULL,
  `country` varchar(100) NOT NULL,
  `phone_number_main` varchar(20) NOT NULL,
  `phone_number_secondary` varchar(20) DEFAULT NULL,
  `email_main` varchar(255) NOT NULL,
  `email_secondary` varchar(255) DEFAULT NULL,
  `website_url` varchar(255) DEFAULT NULL,
  `logo_url` varchar(255) DEFAULT NULL,
  `tax_identification_number` varchar(50) DEFAULT NULL,
  `cancellation_policy` text DEFAULT NULL,
  `booking_terms` text DEFAULT NULL,
  `about_us_short` text DEFAULT NULL,
  `about_us_long` text DEFAULT NULL,
  `vat_percentage` decimal(5,2) DEFAULT 0.00,
  `default_appointment_buffer_minutes` int(11) DEFAULT 15,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`spa_id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `spa_information` VALUES
(1,'Sen Spa','1 Le Loi',NULL,'Ho Chi Minh',NULL,'VN','028',NULL,'a@b.vn',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0.00,15,'2026-11-27 01:41:24','2026-11-27 01:41:24');
DROP TABLE IF EXISTS `therapists`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `therapists` (
  `user_id` int(11) NOT NULL,
  `service_type_id` int(11) DEFAULT NULL,
  `bio` text DEFAULT NULL,
  `availability_status` enum('AVAILABLE','BUSY','OFFLINE','ON_LEAVE') DEFAULT 'AVAILABLE',
  `years_of_experience` smallint(6) DEFAULT 0,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `average_rating` decimal(3,2) NOT NULL DEFAULT 0.00,
  PRIMARY KEY (`user_id`),
  KEY `service_type_id` (`service_type_id`),
  CONSTRAINT `therapists_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `users` (`user_id`) ON DELETE CASCADE,
  CONSTRAINT `therapists_ibfk_2` FOREIGN KEY (`service_type_id`) REFERENCES `service_types` (`service_type_id`) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `therapists` VALUES
(4,1,NULL,'AVAILABLE',0,'2026-11-27 01:41:24','2026-11-27 01:41:24',0.00),
(5,1,NULL,'AVAILABLE',0,'2026-11-27 01:41:24','2026-11-27 01:41:24',0.00);
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_therapist_created AFTER INSERT ON therapists FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('SCHEDULE', NEW.user_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_therapist_updated AFTER UPDATE ON therapists FOR EACH ROW
BEGIN
  IF NOT (CAST(NEW.availability_status AS BINARY) <=> CAST(OLD.availability_status AS BINARY))
      OR NOT (CAST(NEW.service_type_id AS BINARY) <=> CAST(OLD.service_type_id AS BINARY)) THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('SCHEDULE', NEW.user_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_therapist_deleted AFTER DELETE ON therapists FOR EACH ROW
BEGIN
  IF TRUE THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('SCHEDULE', OLD.user_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
DROP TABLE IF EXISTS `users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users` (
  `user_id` int(11) NOT NULL AUTO_INCREMENT,
  `role_id` int(11) NOT NULL,
  `full_name` varchar(100) NOT NULL,
  `email` varchar(255) NOT NULL,
  `hash_password` varchar(255) NOT NULL,
  `phone_number` varchar(20) DEFAULT NULL,
  `gender` enum('MALE','FEMALE','OTHER') DEFAULT NULL,
  `birthday` date DEFAULT NULL,
  `address` text DEFAULT NULL,
  `avatar_url` varchar(255) DEFAULT NULL,
  `is_active` tinyint(1) DEFAULT 1,
  `last_login_at` timestamp NULL DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`user_id`),
  UNIQUE KEY `email` (`email`),
  UNIQUE KEY `phone_number` (`phone_number`),
  KEY `role_id` (`role_id`),
  CONSTRAINT `users_ibfk_1` FOREIGN KEY (`role_id`) REFERENCES `roles` (`role_id`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

INSERT INTO `users` VALUES
(1,2,'Mai','mai@spa.vn','x',NULL,NULL,NULL,NULL,NULL,1,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24'),
(2,4,'Lan','lan@spa.vn','$2b$04$epujkUbr1eK4zbm8A4QpFO/ZdH2SWHjs3sS81/AtfeI0drdkpfizu',NULL,NULL,NULL,NULL,NULL,1,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24'),
(4,3,'Thu','thu@spa.vn','x',NULL,NULL,NULL,NULL,NULL,1,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24'),
(5,3,'Minh','minh@spa.vn','x',NULL,NULL,NULL,NULL,NULL,1,NULL,'2026-11-27 01:41:24','2026-11-27 01:41:24');
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER frontdesk_person_updated AFTER UPDATE ON users FOR EACH ROW
BEGIN
  IF NOT (CAST(NEW.full_name AS BINARY) <=> CAST(OLD.full_name AS BINARY))
      OR NOT (CAST(NEW.is_active AS BINARY) <=> CAST(OLD.is_active AS BINARY))
      OR NOT (CAST(NEW.role_id AS BINARY) <=> CAST(OLD.role_id AS BINARY)) THEN
        INSERT INTO frontdesk_outbox (kind, therapist_id, by_kind, by_number, by_name, at)
          VALUES ('PERSON', NEW.user_id, @frontdesk_kind, @frontdesk_number, @frontdesk_name, COALESCE(@frontdesk_at, TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000));
      END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

